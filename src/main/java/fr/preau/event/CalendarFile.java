package fr.preau.event;

import fr.preau.database.Lately;
import fr.preau.web.French;
import fr.preau.web.Operator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Calendar files (iCalendar, RFC 5545): one VEVENT a session, or a registration, whose UID never changes and whose
/// SEQUENCE grows, so that a calendar that has it follows a change or a cancellation. Times are UTC instants: right
/// in every zone.
@Component
public class CalendarFile {
    /// What the calendar that receives the file is asked to do.
    public enum Method {
        PUBLISH,
        REQUEST,
        CANCEL
    }

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    public static final MediaType TYPE = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final String address;
    private final Clock clock;
    private final EventKinds kinds;
    private final Operator operator;
    /// In a rush one file goes to thousands of people: it is written once a minute, whatever makes it differ being in
    /// the key.
    private final Lately<Wanted, Draft> drafts =
            new Lately<>(Duration.ofMinutes(1), wanted -> Optional.of(Draft.of(write(wanted))));

    private record Wanted(Appointment date, String kind, boolean cancelled, String contact, Method method) {}

    /// A file without the three lines that are each reader's own.
    private record Draft(String start, String middle, String end) {
        private static final String NAME = "reader";
        private static final String STAMP = "\r\nUID:reader@preau\r\nDTSTAMP:19700101T000000Z\r\n";
        private static final String SEQUENCE = "\r\nSEQUENCE:0\r\n";
        private static final DateTimeFormatter INSTANT =
                DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

        /// Of a file of the first instant. Words of an event never stand at the start of a line of their own.
        static Draft of(String file) {
            var stamp = file.indexOf(STAMP);
            var sequence = file.indexOf(SEQUENCE);
            return new Draft(
                    file.substring(0, stamp),
                    file.substring(stamp + STAMP.length(), sequence),
                    file.substring(sequence + SEQUENCE.length()));
        }

        String file(String name, Instant stamp, int sequence) {
            return "%s\r\nUID:%s@preau\r\nDTSTAMP:%s\r\n%s\r\nSEQUENCE:%d\r\n%s"
                    .formatted(start, name, INSTANT.format(stamp), middle, sequence, end);
        }
    }

    CalendarFile(@Value("${preau.address}") String address, Clock clock, EventKinds kinds, Operator operator) {
        this.operator = operator;
        this.kinds = kinds;
        this.address = address.replaceAll("/+$", "");
        this.clock = clock;
    }

    /// What makes a person's file theirs: `name` is the entry's, `sequence` must grow with each file sent about it.
    public record Reader(String name, Method method, int sequence) {}

    /// One session, for a person: names the organiser's contact.
    public String of(PublishedEvent event, PublishedSession session, Reader reader) {
        var wanted = new Wanted(
                appointment(Draft.NAME, event, session),
                kinds.name(event),
                session.cancelled() || event.cancelled(),
                event.contactMail(),
                reader.method());
        return drafts.find(wanted).orElseThrow().file(reader.name(), clock.instant(), reader.sequence());
    }

    private String write(Wanted wanted) {
        var entry = entry(wanted.date(), 0, Instant.EPOCH, wanted.kind(), wanted.cancelled());
        if (!wanted.contact().isEmpty()) {
            entry.add(new Organizer(URI.create("mailto:" + wanted.contact())));
        }
        return sent(entry, wanted.method());
    }

    /// A date of a person's own that is no event of the catalogue; `name` makes its UID, `page` is an address.
    public record Appointment(
            String name,
            ZonedDateTime start,
            ZonedDateTime end,
            String title,
            String place,
            String description,
            String page) {}

    public String of(Appointment date, Method method, int sequence) {
        return sent(entry(date, sequence, clock.instant()), method);
    }

    private String sent(VEvent entry, Method method) {
        var calendar = empty();
        calendar.add(new net.fortuna.ical4j.model.property.Method(method.name()));
        if (method == Method.CANCEL) {
            entry.replace(ImmutableStatus.VEVENT_CANCELLED);
        }
        calendar.add(entry);
        return text(calendar);
    }

    /// Every session of one event, for whoever visits its page.
    public String one(Listing listing) {
        return feed(listing.event().title(), List.of(listing));
    }

    /// Every session of these events, for anyone: names nobody, and has no METHOD, which would ask for one (RFC 5546).
    public String feed(String name, List<Listing> listings) {
        var calendar = empty();
        calendar.add(new XProperty("X-WR-CALNAME", name));
        var names = kinds.names();
        for (var listing : listings) {
            var event = listing.event();
            event.sessions()
                    .forEach(session -> calendar.add(
                            entry(event, session, event.revision(), listing.updatedAt(), names.of(event))));
        }
        return text(calendar);
    }

    /// A session in a calendar of several events.
    public record Entry(PublishedEvent event, PublishedSession session) {}

    /// Sessions someone chose, for anyone: names nobody.
    public String of(String name, List<Entry> entries) {
        var calendar = empty();
        calendar.add(new XProperty("X-WR-CALNAME", name));
        var names = kinds.names();
        var now = clock.instant();
        entries.forEach(one ->
                calendar.add(entry(one.event(), one.session(), one.event().revision(), now, names.of(one.event()))));
        return text(calendar);
    }

    private Calendar empty() {
        var calendar = new Calendar();
        calendar.add(
                new ProdId("-//%s//Préau//FR".formatted(operator.serviceName().replace("//", "/"))));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        return calendar;
    }

    private VEvent entry(PublishedEvent event, PublishedSession session, int sequence, Instant stamp, String kind) {
        var cancelled = session.cancelled() || event.cancelled();
        return entry(appointment("session-" + session.id().value(), event, session), sequence, stamp, kind, cancelled);
    }

    private static VEvent entry(Appointment date, int sequence, Instant stamp, String kind, boolean cancelled) {
        var entry = entry(date, sequence, stamp);
        if (cancelled) {
            entry.replace(ImmutableStatus.VEVENT_CANCELLED);
        }
        entry.add(new Categories(kind));
        return entry;
    }

    private Appointment appointment(String name, PublishedEvent event, PublishedSession session) {
        var page = address + "/evenements/" + event.id().value();
        return new Appointment(
                name,
                session.start(),
                session.end(),
                event.title(),
                place(event),
                description(event, session, page),
                page);
    }

    private static VEvent entry(Appointment date, int sequence, Instant stamp) {
        var entry = new VEvent(false);
        entry.add(new Uid(date.name() + "@preau"));
        entry.add(new DtStamp(stamp.truncatedTo(ChronoUnit.SECONDS)));
        entry.add(new DtStart<Temporal>(date.start().toInstant()));
        entry.add(new DtEnd<Temporal>(date.end().toInstant()));
        entry.add(new Sequence(sequence));
        entry.add(ImmutableStatus.VEVENT_CONFIRMED);
        entry.add(new Summary(tidy(date.title())));
        entry.add(new Location(tidy(date.place())));
        entry.add(new Description(tidy(date.description())));
        entry.add(new Url(URI.create(date.page())));
        return entry;
    }

    private static String place(PublishedEvent event) {
        return event.place().isBlank() ? French.sentence(event.format().french()) : event.place();
    }

    private static String description(PublishedEvent event, PublishedSession session, String page) {
        return "%s%s\n\nHoraires : %s.\n\nTout savoir, s'inscrire : %s"
                .formatted(
                        event.description(),
                        event.instructions().isEmpty() ? "" : "\n\nInformations pratiques :\n" + event.instructions(),
                        event.span(session),
                        page);
    }

    /// Line ends of any system become one kind; other control characters have no place in a calendar.
    private static String tidy(String words) {
        return words.chars().allMatch(CalendarFile::isTidy)
                ? words
                : UNWRITABLE.matcher(LINE_END.matcher(words).replaceAll("\n")).replaceAll("");
    }

    /// Nearly all words are: looking costs less than rewriting, and a file goes with each registration of a rush.
    private static boolean isTidy(int character) {
        return (character >= ' ' && character != 0x7f) || character == '\n' || character == '\t';
    }

    private static String text(Calendar calendar) {
        return folded(calendar.toString());
    }

    /// A file's lines, folded at 75 octets without cutting a character (RFC 5545 §3.1).
    public static String folded(String file) {
        var folded = new StringBuilder(file.length() + 64);
        file.lines().forEach(line -> fold(line, folded));
        return folded.toString();
    }

    private static void fold(String line, StringBuilder folded) {
        var octets = 0;
        for (var at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            var character = line.codePointAt(at);
            var size = octets(character);
            if (octets + size > 75) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets += size;
        }
        folded.append("\r\n");
    }

    /// Of a character in UTF-8.
    private static int octets(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
