package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import fr.preau.event.SimilarEvents;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the pages that ask for seats show.
@Component
class AskPages {
    private final AttemptReader attempts;
    private final Schools schools;
    private final SimilarEvents similar;

    AskPages(AttemptReader attempts, Schools schools, SimilarEvents similar) {
        this.attempts = attempts;
        this.schools = schools;
        this.similar = similar;
    }

    static NotFound noSuchSession() {
        return new NotFound("Cette séance n'existe pas dans cet événement.");
    }

    /// A way in, why it is closed if it is, and whether one may wait there.
    record WayIn(Way way, @Nullable String closed, boolean waits) {}

    record Ways(PublishedEvent event, PublishedSession session, List<WayIn> ways) {
        String path() {
            return Desk.REGISTRATION.path(session);
        }

        String waiting() {
            return Desk.WAITING.path(session);
        }

        /// Whether anyone can still come, or wait: otherwise free seats are not worth a word.
        boolean areOpen() {
            return ways.stream().anyMatch(way -> way.closed() == null || way.waits());
        }

        String receipt(UUID receipt) {
            return "/evenements/%s/seances/%s/envoi/%s"
                    .formatted(event.id().value(), session.id().value(), receipt);
        }
    }

    /// The form of one way in. `schools` are those the signed-in teacher may book for; `closed` says why there is no
    /// form.
    record Ask(
            Attempt attempt, Desk desk, Way way, @Nullable String closed, Viewer viewer, List<Choice> schools) {
        PublishedEvent event() {
            return attempt.event();
        }

        PublishedSession session() {
            return attempt.session();
        }

        String path() {
            return desk.path(session());
        }

        String waiting() {
            return Desk.WAITING.path(session());
        }

        /// Where to choose another way in.
        String ways() {
            return Desk.REGISTRATION.path(session());
        }

        /// Whether the form was sent, or only asked for.
        boolean hasTyped(Form form) {
            return !form.value(way == Way.CLASS ? "classe" : "prenom").isEmpty();
        }

        /// Whether one more child fits in the form.
        boolean mayAdd(int children) {
            return way != Way.CLASS && children < ChildrenForm.MOST;
        }

        boolean isForWaiting() {
            return desk == Desk.WAITING;
        }

        int left() {
            return attempt.left();
        }

        boolean isFull() {
            return closed == null && !attempt.fits();
        }

        LocalDate keptUntil() {
            return Keeping.until(attempt.session());
        }

        List<Choice> levels() {
            return Levels.choices(event());
        }

        /// What the form need not ask again.
        Map<String, String> known() {
            return switch (way) {
                case PUPIL -> Map.of();
                case ADULT -> Map.of("nombre", "1", "courriel", Objects.requireNonNullElse(viewer.mail(), ""));
                case CLASS ->
                    Map.of(
                            "etablissement",
                            schools.size() == 1 ? schools.getFirst().value() : "");
            };
        }
    }

    Ways ways(EventId event, SessionId session) {
        var attempt = find(event, session, Registration.Kind.ADULT);
        var ways = Stream.of(Way.values())
                .map(way -> wayIn(way, attempt.by(Party.smallest(way.kind()))))
                .toList();
        return new Ways(attempt.event(), attempt.session(), ways);
    }

    Ask ask(AskController.Call call, Desk desk, Way way) {
        var attempt = find(call.event(), call.session(), way.kind());
        return new Ask(
                attempt,
                desk,
                way,
                RegistrationRule.firstRefusal(attempt),
                call.viewer(),
                way == Way.CLASS ? schoolsOf(call.viewer()) : List.of());
    }

    List<SimilarEvents.Similar> similar(Ask ask, int seats) {
        return similar.to(ask.event().id(), new SimilarEvents.Need(seats, ask.way() == Way.CLASS));
    }

    private Attempt find(EventId event, SessionId session, Registration.Kind kind) {
        return attempts.at(event, session, Party.smallest(kind)).orElseThrow(AskPages::noSuchSession);
    }

    private static WayIn wayIn(Way way, Attempt attempt) {
        var refusal = RegistrationRule.firstRefusal(attempt);
        return refusal != null || attempt.fits()
                ? new WayIn(way, refusal, false)
                : new WayIn(way, noRoom(attempt), true);
    }

    private static String noRoom(Attempt attempt) {
        return attempt.isAwaited()
                ? "Les places libres vont à celles et ceux qui attendent déjà."
                : "Il n'y a plus de place.";
    }

    private List<Choice> schoolsOf(Viewer viewer) {
        return schools.find(viewer.schools()).values().stream()
                .sorted(Comparator.comparing(School::label))
                .map(school -> new Choice(school.uai().value(), school.label()))
                .toList();
    }
}
