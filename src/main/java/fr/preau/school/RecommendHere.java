package fr.preau.school;

import fr.preau.account.Viewer;
import fr.preau.catalogue.EventAside;
import fr.preau.event.EventId;
import fr.preau.programme.Editions;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.web.Link;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// On an event's page, those who teach in a school or head it go on to recommend it to its families.
@Component
@Order(0)
class RecommendHere implements EventAside {
    private final Schools schools;
    private final Editions editions;
    private final Recommendations recommendations;

    RecommendHere(Schools schools, Editions editions, Recommendations recommendations) {
        this.schools = schools;
        this.editions = editions;
        this.recommendations = recommendations;
    }

    @Override
    public Optional<Aside> of(EventId event, Viewer viewer) {
        var links = viewer.schools().stream()
                .flatMap(uai -> schools.find(uai).stream())
                .filter(school -> mayBe(event, school))
                .sorted(Comparator.comparing(School::label))
                .map(school -> new Link(
                        "%s/recommandations/%s".formatted(Commitment.staffPath(school.uai()), event.value()),
                        "Le recommander aux familles : " + school.label()))
                .toList();
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(new Aside("Au programme de votre établissement", links));
    }

    private boolean mayBe(EventId event, School school) {
        return editions.current()
                .flatMap(edition -> recommendations.event(edition.id(), school.uai(), event))
                .isPresent();
    }
}
