package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.event.CalendarFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressUnitTests {
    private final OwnAddress before = new OwnAddress("http://localhost:8080");
    private final OwnAddress after = new OwnAddress("https://un-nom-bien-plus-long-que-le-premier.example.org/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/espace",
                "Voyez http://localhost:8080.",
                "<a href=\"http://localhost:8080/a?b=c\">ici</a>",
                "http://localhost:8080",
                "(http://localhost:8080)"
            })
    void followsTheAddress(String words) {
        assertThat(after.told(before.marked(words)))
                .isEqualTo(words.replace(
                        "http://localhost:8080", "https://un-nom-bien-plus-long-que-le-premier.example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:80801/",
                "http://localhost:8080.example.org/",
                "http://localhost:8080@example.org/",
                "http://localhost:8080-bis/"
            })
    void leavesAddressesThatOnlyBeginTheSame(String words) {
        assertThat(before.marked(words)).isEqualTo(words);
    }

    @Test
    void leavesALetterKeptWithoutMarkAsItIs() {
        assertThat(after.told("http://localhost:8080/espace")).isEqualTo("http://localhost:8080/espace");
    }

    @Test
    void followsTheAddressThroughTheFoldsOfACalendarFile() {
        var file = CalendarFile.folded(
                "BEGIN:VEVENT\nDESCRIPTION:%s http://localhost:8080/evenements/1\nURL:http://localhost:8080/évé\nEND:VEVENT\n"
                        .formatted("é".repeat(25)));
        assertThat(file).contains("\r\n ");

        var invitation = new Mail.Invitation(file, CalendarFile.Method.REQUEST, UUID.randomUUID(), 1);
        var told = Objects.requireNonNull(
                after.told(message(before.marked(invitation))).invitation());

        assertThat(told.file().replace("\r\n ", ""))
                .isEqualTo(file.replace("\r\n ", "")
                        .replace("http://localhost:8080", "https://un-nom-bien-plus-long-que-le-premier.example.org"));
        assertThat(told.file().lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    private static Message message(Mail.@Nullable Invitation invitation) {
        return new Message(
                UUID.randomUUID(),
                Kind.ROLE,
                null,
                "ada@example.org",
                null,
                null,
                "Objet",
                "",
                "",
                invitation,
                Instant.EPOCH,
                null,
                Message.State.WAITING,
                0,
                null,
                null,
                null);
    }
}
