package fr.preau.registration;

import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Uai;
import fr.preau.web.French;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What an organiser's pages and file show.
@Component
class AttendeePages {
    private final AttendeeRepository attendees;
    private final Schools schools;
    private final NeedsAnswerRepository answers;

    AttendeePages(AttendeeRepository attendees, Schools schools, NeedsAnswerRepository answers) {
        this.attendees = attendees;
        this.schools = schools;
        this.answers = answers;
    }

    record SessionCount(PublishedSession session, AttendeeRepository.Count count) {
        boolean isAwaited() {
            return session.waiting() > 0 || session.held() > 0;
        }

        /// « 3 demandes, 2 places proposées ».
        String awaited() {
            var waiting = French.count(session.waiting(), "demande", "demandes");
            return session.held() == 0
                    ? waiting
                    : "%s, %s".formatted(waiting, French.count(session.held(), "place proposée", "places proposées"));
        }
    }

    /// `schools` are those of the attendees listed, by UAI; `answers` what was answered to their access needs.
    record AttendeeList(
            PublishedEvent event,
            PublishedSession session,
            List<Attendee> attendees,
            Map<Uai, School> schools,
            Map<RegistrationId, String> answers) {
        String path() {
            return AttendeePages.path(event);
        }

        String school(Attendee attendee) {
            var school = attendee.school() == null ? null : schools.get(attendee.school());
            return school == null ? Objects.toString(attendee.school(), "") : school.label();
        }

        String answer(Attendee attendee) {
            return answers.getOrDefault(attendee.id(), "");
        }
    }

    List<SessionCount> counts(PublishedEvent event) {
        var counts = attendees.counts(event);
        return event.sessions().stream()
                .map(session ->
                        new SessionCount(session, counts.getOrDefault(session.id(), AttendeeRepository.Count.NONE)))
                .toList();
    }

    AttendeeList list(PublishedEvent event, PublishedSession session, List<Attendee> rows) {
        var uais = rows.stream().map(Attendee::school).filter(Objects::nonNull).collect(Collectors.toSet());
        return new AttendeeList(event, session, rows, schools.find(uais), answers.of(event.id()));
    }

    String csv(PublishedEvent event) {
        var lists = event.sessions().stream()
                .map(session -> list(event, session, attendees.of(event, session.id(), 0, Integer.MAX_VALUE)))
                .toList();
        return AttendeeCsv.of(lists);
    }

    static String path(PublishedEvent event) {
        return "/espace/evenements/%s/inscrits".formatted(event.id().value());
    }
}
