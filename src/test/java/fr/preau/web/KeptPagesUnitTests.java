package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// Pages that say how often they were written, kept two seconds by a clock of the test's own.
class KeptPagesUnitTests {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger written = new AtomicInteger();
    private final KeptStore store = new KeptStore(Duration.ofSeconds(2), nanos::get);

    @Test
    void writesEveryPageAnewWithoutACrowd() throws Exception {
        var calm = pages(1);

        assertThat(body(calm, get())).isEqualTo("page 1");
        assertThat(body(calm, get())).isEqualTo("page 2");
    }

    @Test
    void showsAPageAgainInACrowd() throws Exception {
        var crowd = pages(0);

        assertThat(body(crowd, get())).isEqualTo("page 1");
        assertThat(body(crowd, get())).isEqualTo("page 1");
        assertThat(answer(crowd, get()).getHeader("Cache-Control")).isEqualTo("public, max-age=0, must-revalidate");
    }

    @Test
    void writesItAgainAfterTwoSeconds() throws Exception {
        var crowd = pages(0);
        body(crowd, get());

        pass(Duration.ofMillis(2001));

        assertThat(body(crowd, get())).isEqualTo("page 2");
        assertThat(body(crowd, get())).isEqualTo("page 2");
    }

    @Test
    void letsOneVisitorWriteItAgainWhileOthersReadTheOldOne() {
        store.keep("/", page());
        pass(Duration.ofMillis(2001));

        assertThat(store.find("/")).as("the first to ask writes it").isNull();
        assertThat(store.find("/")).as("the others").isNotNull();
        pass(Duration.ofSeconds(2));
        assertThat(store.find("/")).as("never older than four seconds").isNull();
    }

    @Test
    void sendsNothingToWhoeverHasItAlready() throws Exception {
        var crowd = pages(0);
        var again = get();
        again.addHeader("If-None-Match", "\"other\", W/\"mark-1\"");
        body(crowd, get());

        var answer = answer(crowd, again);

        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(answer.getHeader("ETag")).isEqualTo("W/\"mark-1\"");
    }

    @Test
    void keepsAPageThatWasFirstAskedForWithAMark() throws Exception {
        var crowd = pages(0);
        var marked = get();
        marked.addHeader("If-None-Match", "W/\"old\"");

        assertThat(body(crowd, marked)).isEqualTo("page 1");
        assertThat(body(crowd, get())).isEqualTo("page 1");
    }

    @Test
    void neverShowsASignedInPersonAPageOfOthersNorTheirsToOthers() throws Exception {
        var crowd = pages(0);
        var person = get();
        person.setCookies(new Cookie("SESSION", "abc"));

        assertThat(body(crowd, person)).isEqualTo("page 1");
        assertThat(body(crowd, get())).isEqualTo("page 2");
        assertThat(body(crowd, person)).isEqualTo("page 3");
    }

    @Test
    void keepsOnlyWhatSaysSoIsWholeAndCarriesNoCookie() throws Exception {
        var crowd = pages(0);
        for (var answer : new FilterChain[] {
            (_, response) -> write((HttpServletResponse) response),
            (request, response) -> {
                KeptPages.allow((HttpServletRequest) request);
                ((HttpServletResponse) response).setStatus(404);
            },
            (request, response) -> {
                KeptPages.allow((HttpServletRequest) request);
                ((HttpServletResponse) response).addHeader("Set-Cookie", "a=b");
                write((HttpServletResponse) response);
            }
        }) {
            crowd.doFilter(get(), new MockHttpServletResponse(), answer);
            assertThat(store.find("/evenements?q=code\nfalse\nfalse")).isNull();
        }
    }

    @Test
    void keepsTheAnswerToAScriptApartFromThePage() throws Exception {
        var crowd = pages(0);
        var part = get();
        part.addHeader("HX-Request", "true");

        assertThat(body(crowd, get())).isEqualTo("page 1");
        assertThat(body(crowd, part)).isEqualTo("page 2");
        assertThat(body(crowd, part)).isEqualTo("page 2");
    }

    private KeptPages pages(int busyFrom) {
        var settings = new AdmissionSettings(1, 0, 1, 0, Duration.ofSeconds(1), Duration.ofSeconds(2), busyFrom);
        return new KeptPages(new Admission(settings, new SimpleMeterRegistry()), store);
    }

    private String body(KeptPages pages, MockHttpServletRequest request) throws ServletException, IOException {
        return answer(pages, request).getContentAsString();
    }

    private MockHttpServletResponse answer(KeptPages pages, MockHttpServletRequest request)
            throws ServletException, IOException {
        var answer = new MockHttpServletResponse();
        pages.doFilter(request, answer, (asked, response) -> {
            KeptPages.allow((HttpServletRequest) asked);
            write((HttpServletResponse) response);
        });
        return answer;
    }

    private void write(HttpServletResponse response) throws IOException {
        var number = written.incrementAndGet();
        response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
        response.setHeader("ETag", "W/\"mark-%d\"".formatted(number));
        response.getWriter().write("page " + number);
    }

    private static KeptPage page() {
        return new KeptPage(java.util.List.of(), "text/html", null, new KeptPage.Bytes(new byte[0]));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static MockHttpServletRequest get() {
        var request = new MockHttpServletRequest("GET", "/evenements");
        request.setQueryString("q=code");
        request.setCookies(new Cookie("XSRF-TOKEN", "x"));
        return request;
    }
}
