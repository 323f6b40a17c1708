package fr.preau.event;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.account.OrganisationId;
import fr.preau.programme.EditionId;
import fr.preau.web.TestOperator;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class CalendarFileUnitTests {
    private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-01T10:00:00Z"), ZoneOffset.UTC);

    private final CalendarFile files = new CalendarFile("https://preau.example/", CLOCK, kinds(), TestOperator.unset());
    private final PublishedSession session = session(false);

    @Test
    void tellsTheInstantWhateverTheZone() throws Exception {
        var entry = entry(parse(files.of(event("Robots"), session, reader(CalendarFile.Method.PUBLISH, 3))));

        assertThat(value(entry, "DTSTART")).isEqualTo("20251203T100000Z");
        assertThat(value(entry, "SEQUENCE")).isEqualTo("3");
        assertThat(value(entry, "UID"))
                .isEqualTo("inscription-7@preau");
        assertThat(value(entry, "DESCRIPTION"))
                .contains("de 14\u00a0h à 15\u00a0h\u00a030", "https://preau.example/evenements/")
                .contains("Informations pratiques :\nEntrée par la cour.\nApportez un stylo.");
    }

    @Test
    void marksACancellation() throws Exception {
        var calendar = parse(files.of(event("Robots"), session, reader(CalendarFile.Method.CANCEL, 4)));

        assertThat(calendar.getProperty("METHOD").orElseThrow().getValue()).isEqualTo("CANCEL");
        assertThat(value(entry(calendar), "STATUS")).isEqualTo("CANCELLED");
    }

    @Test
    void keepsHostileAndLongTitlesWhole() throws Exception {
        var title = "Ét\u00e9 ; virgule, \\ \"guillemets\" 🤖 BEGIN:VEVENT "
                .repeat(6)
                .strip();

        var text = files.of(event(title), session, reader(CalendarFile.Method.PUBLISH, 0));

        assertThat(value(entry(parse(text)), "SUMMARY")).isEqualTo(title);
        assertThat(text.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void cannotBeMadeToWriteAnotherProperty() throws Exception {
        var entry = entry(parse(files.of(
                event("Robots\r\nSTATUS:CANCELLED\rURL:http://evil.example"),
                session,
                reader(CalendarFile.Method.PUBLISH, 0))));

        assertThat(value(entry, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(entry, "URL")).startsWith("https://preau.example/");
    }

    @Test
    void asksNothingOfACalendarThatFollowsAFeed() throws Exception {
        var feed = files.of("Robots", List.of(new CalendarFile.Entry(event("Robots"), session)));

        assertThat(parse(feed).getProperty("METHOD")).isEmpty();
        assertThat(value(entry(parse(feed)), "UID"))
                .isEqualTo("session-%s@preau".formatted(session.id().value()));
    }

    private static CalendarFile.Reader reader(CalendarFile.Method method, int sequence) {
        return new CalendarFile.Reader("inscription-7", method, sequence);
    }

    private static EventKinds kinds() {
        var kinds = Mockito.mock(EventKinds.class);
        Mockito.when(kinds.names()).thenReturn(new EventKinds.Names(Map.of()));
        Mockito.when(kinds.name(Mockito.any())).thenReturn("Atelier pratique");
        return kinds;
    }

    private PublishedEvent event(String title) {
        return new PublishedEvent(
                session.event(),
                2,
                new EditionId(UUID.randomUUID()),
                new OrganisationId(UUID.randomUUID()),
                title,
                "On programme un robot.\r\nPuis on le lâche dans la cour.",
                "ATELIER",
                Format.ON_SITE,
                Set.of(Audience.SECONDE),
                "974",
                "Lycée Leconte-de-Lisle, Saint-Denis",
                null,
                "contact@robots.example",
                false,
                List.of(session),
                WaitingPolicy.STRICT,
                "Entrée par la cour.\nApportez un stylo.",
                null);
    }

    private static PublishedSession session(boolean cancelled) {
        var start = Instant.parse("2025-12-03T10:00:00Z").atZone(REUNION);
        return new PublishedSession(
                new SessionId(UUID.randomUUID()),
                new EventId(UUID.randomUUID()),
                start,
                start.plusMinutes(90),
                30,
                20,
                0,
                0,
                cancelled);
    }

    private static Calendar parse(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent entry(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").getFirst();
    }

    private static String value(VEvent entry, String property) {
        return entry.getProperty(property).orElseThrow().getValue();
    }
}
