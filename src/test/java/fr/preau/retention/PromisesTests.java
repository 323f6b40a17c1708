package fr.preau.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The promises as they are read: in `docs/privacy.md`, which the build writes, on the public page, by pilots.
@PreauTest
class PromisesTests {
    private static final Path PAGE = Path.of("docs", "privacy.md");

    @Autowired
    private Promises promises;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestPeople people;

    @Test
    void privacyDocumentShowsThePromisesAsTheyAre() throws IOException {
        var page = Files.readString(PAGE);
        var current = Pattern.compile("(?s)<!-- promises -->.*<!-- /promises -->")
                .matcher(page)
                .replaceFirst("<!-- promises -->\n" + table().replace("$", "\\$") + "<!-- /promises -->");
        Files.writeString(PAGE, current);

        assertThat(page)
                .as("docs/privacy.md was out of date and has just been written anew: commit it")
                .isEqualTo(current);
    }

    @Test
    void publicPageShowsEveryPromise() {
        var page = Jsoup.parse(text("/vie-privee"));

        assertThat(page.select("tbody th").eachText())
                .containsExactlyElementsOf(promises.forReaders().stream()
                        .map(promise -> promise.promise().form())
                        .toList());
        promises.byCode()
                .forEach(promise ->
                        assertThat(page.text()).contains(promise.promise().keptFor()));
    }

    @Test
    void pilotsSeeWhatIsDueAndWhatTheLastNightsDid() {
        var answer = mvc.get()
                .uri("/espace/administration/conservation")
                .with(people.pilot())
                .exchange();

        assertThat(answer).hasStatusOk();
        var page = Jsoup.parse(
                new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(page.select("div.table:not([aria-label=Nuits]) tbody tr")).hasSameSizeAs(promises.byCode());
        assertThat(page.select("tbody td:nth-of-type(2)").eachText()).doesNotContain("en panne");
    }

    private String text(String address) {
        var answer = mvc.get().uri(address).exchange();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private String table() {
        return "| code | form | what is kept | why | who sees it | how long |\n|---|---|---|---|---|---|\n"
                + promises.forReaders().stream().map(PromisesTests::line).collect(Collectors.joining());
    }

    private static String line(Retention promise) {
        var it = promise.promise();
        return "| `%s` | %s | %s | %s | %s | %s |%n"
                .formatted(
                        promise.code(),
                        it.form(),
                        String.join(", ", it.fields()),
                        it.purpose(),
                        it.seenBy(),
                        it.keptFor());
    }
}
