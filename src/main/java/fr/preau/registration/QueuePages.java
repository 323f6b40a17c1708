package fr.preau.registration;

import fr.preau.event.Format;
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
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// A waiting list as its organiser sees it: the order, who asks for how many seats, which class of which school. No
/// address and no first name: whoever does not come yet need not be known.
@Component
class QueuePages {
    private final WaitingRepository waiting;
    private final Schools schools;

    QueuePages(WaitingRepository waiting, Schools schools) {
        this.waiting = waiting;
        this.schools = schools;
    }

    record Queue(PublishedEvent event, PublishedSession session, List<Line> lines) {
        String path() {
            return AttendeePages.path(event);
        }

        boolean visits() {
            return event.format() == Format.AT_SCHOOL;
        }
    }

    record Line(int rank, WaitingEntry entry, String school) {
        String kind() {
            return entry.wanted().kind().french();
        }

        String level() {
            var level = entry.wanted().level();
            return level == null ? "" : level.french();
        }

        String schoolClass() {
            var group = entry.wanted().schoolClass();
            return group == null ? "" : group.name();
        }

        int seats() {
            return entry.wanted().seats();
        }

        /// « attend », or until when its offer holds.
        String state(PublishedSession session) {
            return entry.waits()
                    ? "attend"
                    : "places proposées jusqu'au %s"
                            .formatted(French.moment(Objects.requireNonNull(entry.until())
                                    .atZone(session.start().getZone())));
        }
    }

    Queue queue(PublishedEvent event, PublishedSession session, int offset, int limit) {
        var entries = waiting.live(session.id(), offset, limit);
        var known = schools.find(entries.stream()
                .map(entry -> entry.wanted().school())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var lines = IntStream.range(0, entries.size())
                .mapToObj(i -> new Line(offset + i + 1, entries.get(i), school(entries.get(i), known)))
                .toList();
        return new Queue(event, session, lines);
    }

    int count(PublishedSession session) {
        return waiting.countLive(session.id());
    }

    String csv(PublishedEvent event) {
        return QueueCsv.of(event.sessions().stream()
                .map(session -> queue(event, session, 0, Integer.MAX_VALUE))
                .toList());
    }

    private static String school(WaitingEntry entry, Map<Uai, School> known) {
        var uai = entry.wanted().school();
        var school = uai == null ? null : known.get(uai);
        return school == null ? Objects.toString(uai, "") : school.label();
    }
}
