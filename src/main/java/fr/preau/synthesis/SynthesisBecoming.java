package fr.preau.synthesis;

import fr.preau.contribution.Becoming;
import fr.preau.contribution.Contribution;
import fr.preau.synthesis.PublishedRows.OfItem;
import fr.preau.synthesis.PublishedRows.OfStatement;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// On a contribution's page, what became of it: every path up the three levels, as the latest publication tells it,
/// then what was decided (invariant C4).
@Component
@Order(67)
class SynthesisBecoming implements Becoming {
    private final PublicationRepository publications;
    private final PublishedRows rows;
    private final FollowUpRepository followUps;
    private final Territories territories;

    SynthesisBecoming(
            PublicationRepository publications,
            PublishedRows rows,
            FollowUpRepository followUps,
            Territories territories) {
        this.publications = publications;
        this.rows = rows;
        this.followUps = followUps;
        this.territories = territories;
    }

    @Override
    public List<Step> of(Contribution contribution) {
        return rows.latestWith(contribution.id().value())
                .flatMap(publications::find)
                .map(publication -> {
                    var steps = new ArrayList<Step>();
                    climb(publication, contribution.id().value(), new HashSet<>(), steps);
                    return List.copyOf(steps);
                })
                .orElse(List.of());
    }

    private void climb(Publication publication, UUID source, Set<UUID> told, List<Step> steps) {
        for (var item : rows.from(publication.id(), source)) {
            switch (item.outcome()) {
                case SPLIT -> {}
                case SET_ASIDE -> steps.add(new Step(publication.day(), aside(item), null));
                case TAKEN_UP ->
                    rows.linksUp(publication.id(), item.id())
                            .forEach(link -> rows.statement(publication.id(), link.statement())
                                    .ifPresent(statement -> takenUp(publication, item, statement, told, steps)));
            }
        }
    }

    private void takenUp(
            Publication publication, OfItem item, OfStatement statement, Set<UUID> told, List<Step> steps) {
        steps.add(new Step(
                publication.day(),
                "%s : %s dans l'énoncé « %s »"
                        .formatted(
                                label(statement.territory()),
                                item.piece() == 0 ? "reprise" : "son morceau %d repris".formatted(item.piece()),
                                French.start(statement.text(), 160)),
                "%s/enonces/%s".formatted(publication.path(), statement.id())));
        if (told.add(statement.id())) {
            climb(publication, statement.id(), told, steps);
            followUps
                    .of(new StatementId(statement.id()))
                    .decisions()
                    .forEach(decision -> steps.add(new Step(
                            decision.day(),
                            "Décision : %s. %s".formatted(decision.outcome().french(), decision.reason()),
                            "%s/enonces/%s".formatted(publication.path(), statement.id()))));
        }
    }

    private String aside(OfItem item) {
        var reason = item.reason() == null ? "" : item.reason().french();
        return "%s : mise de côté, %s. %s".formatted(label(item.dealer()), reason, item.sentence());
    }

    private String label(String key) {
        return territories.find(key).map(Territory::label).orElse(key);
    }
}
