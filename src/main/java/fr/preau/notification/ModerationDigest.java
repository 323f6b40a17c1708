package fr.preau.notification;

import fr.preau.account.Role;
import fr.preau.account.Viewer;
import fr.preau.account.Viewers;
import fr.preau.event.ModerationQueue;
import fr.preau.showcase.ProjectQueue;
import fr.preau.web.French;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Each working morning, tells moderators what waits for them: one mail a day, not one for each event.
@Component
class ModerationDigest {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Set<DayOfWeek> REST = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    /// Run again the same morning, after a crash, it writes only to those it had not reached.
    private static final Duration ONE_MORNING = Duration.ofHours(12);

    private final Viewers viewers;
    private final ModerationQueue queue;
    private final ProjectQueue projects;
    private final Outbox outbox;
    private final LetterWriter writer;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ModerationDigest(
            Viewers viewers,
            ModerationQueue queue,
            ProjectQueue projects,
            Outbox outbox,
            LetterWriter writer,
            TransactionTemplate transactions,
            Clock clock) {
        this.viewers = viewers;
        this.queue = queue;
        this.projects = projects;
        this.outbox = outbox;
        this.writer = writer;
        this.transactions = transactions;
        this.clock = clock;
    }

    void run() {
        if (!REST.contains(clock.instant().atZone(PARIS).getDayOfWeek())) {
            write();
        }
    }

    /// Those who moderate the same territories are told the same.
    void write() {
        var letters = new HashMap<Set<Role>, Optional<Letter>>();
        viewers.moderators()
                .forEach(viewer -> letters.computeIfAbsent(moderating(viewer), _ -> letter(viewer))
                        .ifPresent(letter -> transactions.executeWithoutResult(_ -> write(viewer, letter))));
    }

    private static Set<Role> moderating(Viewer viewer) {
        return viewer.roles().stream()
                .filter(role -> role instanceof Role.Pilot || role instanceof Role.Coordinator)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void write(Viewer viewer, Letter letter) {
        var mail = viewer.mail();
        if (mail != null
                && !outbox.wroteSince(
                        Kind.MODERATION_DIGEST, mail, clock.instant().minus(ONE_MORNING))) {
            outbox.add(Mail.of(Kind.MODERATION_DIGEST, mail, letter));
        }
    }

    private Optional<Letter> letter(Viewer viewer) {
        var works = projects.countFor(viewer);
        return queue.of(viewer)
                .map(pending -> letter(pending, works))
                .or(() -> works == 0 ? Optional.empty() : Optional.of(letter(works)));
    }

    private Letter letter(ModerationQueue.Pending pending, long works) {
        var waiting = French.count(pending.count(), "événement attend", "événements attendent");
        var age = Moments.length(Duration.between(pending.oldest(), clock.instant()));
        var letter = Letter.titled(waiting + " votre avis")
                .says("%s votre avis, le plus ancien depuis %s.".formatted(waiting, age))
                .says(
                        "Chaque avis compte : tant qu'il n'est pas donné, personne ne peut trouver l'événement ni s'y inscrire.")
                .offers("Ouvrir la file", writer.at("/espace/moderation"));
        return because(works == 0 ? letter : withProjects(letter.says(waiting(works) + " aussi.")));
    }

    /// Only projects of the Trophées NSI wait.
    private Letter letter(long works) {
        var letter = Letter.titled(waiting(works) + " votre avis")
                .says(waiting(works) + " votre avis. Aucun n'est dans la galerie avant d'avoir été lu.");
        return because(withProjects(letter));
    }

    private static String waiting(long works) {
        return French.count(works, "projet des Trophées NSI attend", "projets des Trophées NSI attendent");
    }

    private Letter withProjects(Letter letter) {
        return letter.offers("Ouvrir la file des projets", writer.at("/espace/moderation/trophees"));
    }

    private static Letter because(Letter letter) {
        return letter.because(
                "Vous recevez ce point chaque matin de semaine où quelque chose vous attend, parce que vous modérez.",
                "Votre adresse sert à vous reconnaître sur " + Letter.SERVICE + ", à rien d'autre.");
    }
}
