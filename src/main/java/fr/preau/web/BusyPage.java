package fr.preau.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What is said beyond capacity: a page of one kilobyte that asks nothing of the database, comes back by itself, and
/// keeps what was typed in a form. `application/problem+json` under `/api/`.
@Component
class BusyPage {
    /// People who were told to come back must not all come back at once.
    private static final int SOONEST_SECONDS = 3;
    private static final int LATEST_SECONDS = 9;

    static final String STYLE =
            "body{font:18px/1.6 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}"
                    + "button{font:inherit;padding:.6rem 1.2rem}";
    private static final String CONTENT_POLICY = "default-src 'none'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'; style-src 'sha256-%s'".formatted(sha256(STYLE));

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, BusyPage.class.getClassLoader(), "fr.preau");
    private final String service;
    private final IntSupplier seconds;

    @Autowired
    BusyPage(Operator operator) {
        this(operator.serviceName(), () -> ThreadLocalRandom.current().nextInt(SOONEST_SECONDS, LATEST_SECONDS));
    }

    BusyPage(String service, IntSupplier seconds) {
        this.service = service;
        this.seconds = seconds;
        templates.setBinaryStaticContent(true);
    }

    /// 429: too many at once; 503: the database is away.
    void answer(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var wait = seconds.getAsInt();
        response.setStatus(status);
        response.setHeader("Retry-After", Integer.toString(wait));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("Referrer-Policy", "same-origin");
        if (request.getRequestURI().startsWith("/api/")) {
            write(problem(status), "application/problem+json", response);
        } else {
            if (!KeptForm.isForm(request)) {
                response.setHeader("Refresh", Integer.toString(wait));
            }
            write(page(status, wait, request), "text/html;charset=UTF-8", response);
        }
    }

    private byte[] page(int status, int wait, HttpServletRequest request) {
        var output = new Utf8ByteOutput();
        templates.render(
                "web/busy.jte",
                Map.of(
                        "service",
                        service,
                        "status",
                        status,
                        "seconds",
                        wait,
                        "form",
                        KeptForm.isForm(request),
                        "action",
                        request.getRequestURI(),
                        "style",
                        STYLE,
                        "fields",
                        KeptForm.of(request)),
                output);
        return output.toByteArray();
    }

    private static byte[] problem(int status) {
        return """
                {"status":%d,"title":"%s","detail":"%s"}""".formatted(status, status == 429 ? "Too Many Requests" : "Service Unavailable", sentence(status))
                .getBytes(StandardCharsets.UTF_8);
    }

    static String sentence(int status) {
        return status == 429
                ? "Beaucoup de monde se présente en même temps."
                : "Le service est momentanément indisponible.";
    }

    private static void write(byte[] body, String type, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
