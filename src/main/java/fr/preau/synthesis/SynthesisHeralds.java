package fr.preau.synthesis;

import fr.preau.account.PersonId;
import fr.preau.account.Role;
import fr.preau.account.Viewer;
import fr.preau.account.Viewers;
import fr.preau.consultation.Consultation;
import fr.preau.consultation.Consultations;
import fr.preau.synthesis.SynthesisTold.What;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Says to those who write syntheses what happened to one, in the transaction of what happened. Who did it is not told
/// of it.
@Component
class SynthesisHeralds {
    private final SynthesisRepository syntheses;
    private final ItemRepository items;
    private final Consultations consultations;
    private final Territories territories;
    private final Viewers viewers;
    private final ApplicationEventPublisher news;

    SynthesisHeralds(
            SynthesisRepository syntheses,
            ItemRepository items,
            Consultations consultations,
            Territories territories,
            Viewers viewers,
            ApplicationEventPublisher news) {
        this.syntheses = syntheses;
        this.items = items;
        this.consultations = consultations;
        this.territories = territories;
        this.viewers = viewers;
        this.news = news;
    }

    /// Those whose statements this synthesis dealt with may object until then.
    void contestable(Synthesis synthesis, LocalDate until, PersonId by) {
        below(synthesis).forEach(lower -> tell(What.CONTESTABLE, synthesis, becoming(lower), lower, "", until, by));
    }

    void objected(Synthesis contested, String why, PersonId by) {
        tell(What.OBJECTED, contested, contested.deskPath() + "/objections", contested, why, null, by);
    }

    void answered(Synthesis contested, Synthesis lower, String answer, PersonId by) {
        tell(What.ANSWERED, contested, becoming(lower), lower, answer, null, by);
    }

    /// Below, that it is settled; above, that it is their turn.
    void validated(Synthesis synthesis, Optional<Synthesis> above, PersonId by) {
        below(synthesis).forEach(lower -> tell(What.VALIDATED, synthesis, becoming(lower), lower, "", null, by));
        above.ifPresentOrElse(
                upper -> tell(What.ARRIVED, synthesis, upper.deskPath(), upper, "", null, by),
                () -> tell(What.PUBLISHABLE, synthesis, desk(synthesis), synthesis, "", null, by));
    }

    void reopened(Synthesis synthesis, Synthesis above, PersonId by) {
        tell(What.REOPENED, synthesis, above.deskPath() + "?vue=REVIEW", above, "", null, by);
    }

    /// Once for each person, however many of their syntheses it shows.
    void published(Consultation consultation, Publication publication, List<Synthesis> shown) {
        var mails = shown.stream()
                .map(Synthesis::territory)
                .distinct()
                .flatMap(territory -> writers(territory).stream())
                .filter(writer -> !publication.by().equals(writer.id()))
                .flatMap(writer -> Optional.ofNullable(writer.mail()).stream())
                .distinct()
                .toList();
        news.publishEvent(new SynthesisTold(
                What.PUBLISHED, consultation.name(), "", "", publication.path(), "", null, mails));
    }

    private void tell(
            What what,
            Synthesis about,
            String path,
            Synthesis whose,
            String words,
            @Nullable LocalDate until,
            PersonId by) {
        var consultation = consultations.find(about.consultation()).orElseThrow();
        var mails = writers(whose.territory()).stream()
                .filter(writer -> !by.equals(writer.id()))
                .map(Viewer::mail)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (!mails.isEmpty()) {
            news.publishEvent(new SynthesisTold(
                    what,
                    consultation.name(),
                    about.territory().label(),
                    consultation.theme(about.theme()).name(),
                    path,
                    words,
                    until,
                    mails));
        }
    }

    /// The coordinators of the territory itself; where there is none, those of the nearest that holds it, then the
    /// pilots.
    private List<Viewer> writers(Territory territory) {
        var all = viewers.moderators();
        var nearest = all.stream()
                .flatMap(viewer -> viewer.coordinated().stream())
                .filter(mine -> territories.contains(mine, territory))
                .max(Comparator.comparing(Territory::level));
        return nearest.map(place -> all.stream()
                        .filter(viewer -> viewer.roles().contains(new Role.Coordinator(place)))
                        .toList())
                .orElseGet(() -> all.stream().filter(Viewer::isPilot).toList());
    }

    private List<Synthesis> below(Synthesis synthesis) {
        return items.below(synthesis.id()).stream()
                .flatMap(id -> syntheses.find(id).stream())
                .toList();
    }

    private static String becoming(Synthesis lower) {
        return lower.deskPath() + "/devenir";
    }

    private static String desk(Synthesis synthesis) {
        return "/espace/consultations/%s/syntheses"
                .formatted(synthesis.consultation().value());
    }
}
