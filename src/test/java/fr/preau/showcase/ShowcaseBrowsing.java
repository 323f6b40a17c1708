package fr.preau.showcase;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Opening pages and sending forms as someone, or as nobody. MockMvc lets whoever signed in last on this thread into
/// the next request: forgotten each time.
record ShowcaseBrowsing(MockMvcTester mvc) {
    static final RequestPostProcessor NOBODY = request -> request;

    MvcTestResult open(RequestPostProcessor who, String address) {
        TestSecurityContextHolder.clearContext();
        return mvc.get().uri(address).with(who).exchange();
    }

    Document page(RequestPostProcessor who, String address) {
        return page(open(who, address));
    }

    /// `fields` are names and values in turn; each form has a token of its own.
    MvcTestResult send(RequestPostProcessor who, String address, String... fields) {
        TestSecurityContextHolder.clearContext();
        var request = mvc.post()
                .uri(address)
                .with(who)
                .with(csrf())
                .param("jeton", UUID.randomUUID().toString());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
