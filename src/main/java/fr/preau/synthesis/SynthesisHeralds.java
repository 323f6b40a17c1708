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

    /// One telling: which synthesis it is about, what somebody wrote, until when, and who did it.
    private record Telling(
            What what,
            Synthesis about,
            String words,
            @Nullable LocalDate until,
            PersonId by) {
        static Telling of(What what, Synthesis about, PersonId by) {
            return new Telling(what, about, "", null, by);
        }
    }

    /// Those whose statements this synthesis dealt with may object until then.
    void contestable(Synthesis synthesis, LocalDate until, PersonId by) {
        tellBelow(new Telling(What.CONTESTABLE, synthesis, "", until, by));
    }

    void objected(Synthesis contested, String why, PersonId by) {
        var telling = new Telling(What.OBJECTED, contested, why, null, by);
        tell(telling, contested.deskPath() + "/objections", contested, viewers.moderators());
    }

    void answered(Synthesis contested, Synthesis lower, String answer, PersonId by) {
        var telling = new Telling(What.ANSWERED, contested, answer, null, by);
        tell(telling, becoming(lower), lower, viewers.moderators());
    }

    /// Below, that it is settled; above, that it is their turn.
    void validated(Synthesis synthesis, Optional<Synthesis> above, PersonId by) {
        tellBelow(Telling.of(What.VALIDATED, synthesis, by));
        var all = viewers.moderators();
        above.ifPresentOrElse(
                upper -> tell(Telling.of(What.ARRIVED, synthesis, by), upper.deskPath(), upper, all),
                () -> tell(Telling.of(What.PUBLISHABLE, synthesis, by), desk(synthesis), synthesis, all));
    }

    void reopened(Synthesis synthesis, Synthesis above, PersonId by) {
        var review = above.deskPath() + "?vue=REVIEW";
        tell(Telling.of(What.REOPENED, synthesis, by), review, above, viewers.moderators());
    }

    /// Once for each person, however many of their syntheses it shows.
    void published(Consultation consultation, Publication publication, List<Synthesis> shown) {
        var all = viewers.moderators();
        var mails = shown.stream()
                .map(Synthesis::territory)
                .distinct()
                .flatMap(territory -> writers(territory, all).stream())
                .filter(writer -> !publication.by().equals(writer.id()))
                .flatMap(writer -> Optional.ofNullable(writer.mail()).stream())
                .distinct()
                .toList();
        news.publishEvent(
                new SynthesisTold(What.PUBLISHED, consultation.name(), "", "", publication.path(), "", null, mails));
    }

    private void tellBelow(Telling telling) {
        var all = viewers.moderators();
        below(telling.about()).forEach(lower -> tell(telling, becoming(lower), lower, all));
    }

    private void tell(Telling telling, String path, Synthesis whose, List<Viewer> all) {
        var about = telling.about();
        var consultation = consultations.find(about.consultation()).orElseThrow();
        var mails = writers(whose.territory(), all).stream()
                .filter(writer -> !telling.by().equals(writer.id()))
                .flatMap(writer -> Optional.ofNullable(writer.mail()).stream())
                .toList();
        if (!mails.isEmpty()) {
            news.publishEvent(new SynthesisTold(
                    telling.what(),
                    consultation.name(),
                    about.territory().label(),
                    consultation.theme(about.theme()).name(),
                    path,
                    telling.words(),
                    telling.until(),
                    mails));
        }
    }

    /// The coordinators of the territory itself; where there is none, those of the nearest that holds it, then the
    /// pilots.
    private List<Viewer> writers(Territory territory, List<Viewer> all) {
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
