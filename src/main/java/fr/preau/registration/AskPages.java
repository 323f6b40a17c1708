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
import fr.preau.web.NotFound;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /// A way in, and why it is closed if it is.
    record WayIn(Way way, @Nullable String closed) {}

    record Ways(PublishedEvent event, PublishedSession session, List<WayIn> ways) {
        String path() {
            return AskPages.path(session);
        }
    }

    /// The form of one way in. `schools` are those the signed-in teacher may book for; `closed` says why there is no
    /// form.
    record Ask(Attempt attempt, Way way, @Nullable String closed, Viewer viewer, List<Choice> schools) {
        PublishedEvent event() {
            return attempt.event();
        }

        PublishedSession session() {
            return attempt.session();
        }

        String path() {
            return AskPages.path(session());
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
                .map(way -> new WayIn(way, closed(attempt.by(Party.smallest(way.kind())))))
                .toList();
        return new Ways(attempt.event(), attempt.session(), ways);
    }

    Ask ask(RegistrationController.Call call, Way way) {
        var attempt = find(call.event(), call.session(), way.kind());
        return new Ask(
                attempt,
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

    private static @Nullable String closed(Attempt attempt) {
        var refusal = RegistrationRule.firstRefusal(attempt);
        return refusal != null || attempt.fits() ? refusal : "Il n'y a plus de place.";
    }

    private List<Choice> schoolsOf(Viewer viewer) {
        return schools.find(viewer.schools()).values().stream()
                .sorted(Comparator.comparing(School::label))
                .map(school -> new Choice(school.uai().value(), school.label()))
                .toList();
    }

    private static String path(PublishedSession session) {
        return "/evenements/%s/seances/%s/inscription"
                .formatted(session.event().value(), session.id().value());
    }
}
