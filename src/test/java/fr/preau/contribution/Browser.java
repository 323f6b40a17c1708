package fr.preau.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Opens pages and sends forms as someone, or as nobody.
record Browser(MockMvcTester mvc) {
    static final RequestPostProcessor NOBODY = request -> request;

    MvcTestResult open(RequestPostProcessor who, String address) {
        TestSecurityContextHolder.clearContext();
        return mvc.get().uri(address).with(who).exchange();
    }

    Document page(String address) {
        return page(NOBODY, address);
    }

    Document page(RequestPostProcessor who, String address) {
        var answer = open(who, address);
        assertThat(answer).as(address).hasStatusOk();
        return page(answer);
    }

    MvcTestResult send(RequestPostProcessor who, String address, String... fields) {
        return send(who, UUID.randomUUID(), address, fields);
    }

    MvcTestResult send(RequestPostProcessor who, UUID token, String address, String... fields) {
        TestSecurityContextHolder.clearContext();
        var request = mvc.post().uri(address).with(who).with(csrf()).param("jeton", token.toString());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
