package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.unit.DataSize;

/// What stands before everything that costs, with one place to read, one to write and no queue.
class AdmissionUnitTests {
    private static final String FORM = "/evenements/1/seances/2/inscription";

    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final AtomicInteger served = new AtomicInteger();
    private final AdmissionFilter filter = new AdmissionFilter(
            new Admission(new AdmissionSettings(1, 0, 1, 0, Duration.ofSeconds(1), Duration.ofSeconds(2), 1), figures),
            new BusyPage("Préau", () -> 7),
            new Uploads(List.of(), new BodySettings(DataSize.ofMegabytes(2), Duration.ofMinutes(1), 1)));

    @Test
    void tellsWhoeverComesBeyondCapacityToComeBack() throws Exception {
        var answer = whileOneReads(get("/evenements"));

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("7");
        assertThat(answer.getHeader("Refresh")).isEqualTo("7");
        assertThat(Jsoup.parse(answer.getContentAsString()).select("h1").text())
                .isEqualTo("Beaucoup de monde en même temps");
        assertThat(served).hasValue(1);
        assertThat(figures.counter("preau.admission.refused").count()).isEqualTo(1);
    }

    @Test
    void saysItInLessThanTwoKilobytes() throws Exception {
        assertThat(whileOneReads(get("/evenements")).getContentAsByteArray()).hasSizeBetween(300, 2000);
    }

    @Test
    void saysItToProgramsAsAProblem() throws Exception {
        var answer = whileOneReads(get("/api/evenements"));

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getHeader("Retry-After")).isEqualTo("7");
        assertThat(answer.getContentAsString()).contains("\"status\":429");
    }

    @Test
    void givesBackWhatWasTypedInAForm() throws Exception {
        var form = post();
        form.addParameter("prenom", "Zoé \"><script>");
        form.addParameter("niveau", "SECONDE");

        var answer = Jsoup.parse(whileOneWrites(form).getContentAsString());

        assertThat(answer.select("form").attr("action")).isEqualTo(FORM);
        assertThat(answer.select("input[name=prenom]").val()).isEqualTo("Zoé \"><script>");
        assertThat(answer.select("input[name=niveau]").val()).isEqualTo("SECONDE");
        assertThat(answer.select("script")).isEmpty();
    }

    @Test
    void leavesALongFormToTheBackButton() throws Exception {
        var form = post();
        form.addParameter("description", "x".repeat(5000));

        var answer = whileOneWrites(form);

        assertThat(answer.getContentAsByteArray()).hasSizeLessThan(2000);
        assertThat(answer.getContentAsString()).contains("revenez en arrière");
        assertThat(answer.getHeader("Refresh")).isNull();
    }

    @Test
    void countsReadingAndWritingApart() throws Exception {
        assertThat(whileOneReads(post()).getStatus()).isEqualTo(200);
        assertThat(whileOneWrites(get("/evenements")).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/preau.css", "/roof.svg", "/webjars/picocss__pico/2.1.1/css/pico.classless.min.css"})
    void neverCountsFiles(String file) throws Exception {
        assertThat(whileOneReads(get(file)).getStatus()).isEqualTo(200);
    }

    @Test
    void takesAPlaceBackWhateverHappens() throws Exception {
        assertThatThrownBy(() -> filter.doFilter(get("/"), new MockHttpServletResponse(), (_, _) -> {
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(sent(get("/")).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300", "40P01"})
    void saysThatTheServiceComesBackWhileTheDatabaseIsAway(String state) throws Exception {
        var answer = new MockHttpServletResponse();

        filter.doFilter(get("/evenements"), answer, (_, _) -> {
            throw new ServletException(new IllegalStateException(new SQLException("gone", state)));
        });

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("7");
        assertThat(answer.getContentAsString()).contains("momentanément indisponible");
    }

    /// Spring Session touches a session once more after the answer.
    @Test
    void leavesAWholeAnswerAsItIsWhenTheDatabaseGoesAwayAfterIt() throws Exception {
        var answer = new MockHttpServletResponse();

        filter.doFilter(get("/evenements"), answer, (request, response) -> {
            new WholeAnswer().doFilter(request, response, (_, _) -> {
                response.getWriter().write("Inscription faite.");
                response.flushBuffer();
            });
            throw new IllegalStateException(new SQLException("gone", "57P01"));
        });

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo("Inscription faite.");
    }

    /// A file that stops in its middle must not look whole: the connection is cut.
    @Test
    void neverPassesHalfAnAnswerForAWholeOne() {
        assertThatThrownBy(() -> filter.doFilter(
                        get("/evenements"),
                        new MockHttpServletResponse(),
                        (request, response) -> new WholeAnswer().doFilter(request, response, (_, _) -> {
                            response.flushBuffer();
                            throw new IllegalStateException(new SQLException("gone", "57P01"));
                        })))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void knowsAnAbsenceThatEndedATransaction() {
        var undone = new TransactionSystemException("rollback failed", new SQLException("Connection is closed"));
        var overridden = new TransactionSystemException("rollback failed");
        overridden.initApplicationException(new IllegalStateException(new SQLException("gone", "57P01")));

        assertThat(DatabaseAway.causes(undone)).isTrue();
        assertThat(DatabaseAway.causes(overridden)).isTrue();
    }

    @Test
    void takesNoOtherMistakeForAnAbsence() {
        assertThat(DatabaseAway.causes(new SQLException("duplicate", "23505"))).isFalse();
        assertThat(DatabaseAway.causes(new IllegalStateException())).isFalse();
    }

    private MockHttpServletResponse whileOneReads(MockHttpServletRequest other) throws ServletException, IOException {
        return during(get("/territoires"), other);
    }

    private MockHttpServletResponse whileOneWrites(MockHttpServletRequest other) throws ServletException, IOException {
        return during(post(), other);
    }

    /// What the second is told while the first is being served.
    private MockHttpServletResponse during(MockHttpServletRequest first, MockHttpServletRequest second)
            throws ServletException, IOException {
        var answer = new MockHttpServletResponse();
        filter.doFilter(first, new MockHttpServletResponse(), (_, _) -> {
            served.incrementAndGet();
            filter.doFilter(second, answer, serving());
        });
        return answer;
    }

    private MockHttpServletResponse sent(MockHttpServletRequest request) throws ServletException, IOException {
        var answer = new MockHttpServletResponse();
        filter.doFilter(request, answer, serving());
        return answer;
    }

    private FilterChain serving() {
        return (_, _) -> served.incrementAndGet();
    }

    private static MockHttpServletRequest get(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private static MockHttpServletRequest post() {
        var form = new MockHttpServletRequest("POST", FORM);
        form.setContentType("application/x-www-form-urlencoded");
        return form;
    }
}
