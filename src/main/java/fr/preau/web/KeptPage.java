package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// A page as it was sent: its headers and its bytes.
record KeptPage(
        List<Header> headers,
        @Nullable String type,
        @Nullable String mark,
        Bytes bytes) {
    /// Of one answer only, or written again by the container.
    private static final Set<String> OWN = Set.of("content-length", "content-type", "date", "connection", "keep-alive");

    record Header(String name, String value) {}

    /// Bytes that nobody changes.
    record Bytes(@SuppressWarnings("ArrayRecordComponent") byte[] array) {}

    static KeptPage of(ContentCachingResponseWrapper answer) {
        var headers = new ArrayList<Header>();
        for (var name : Set.copyOf(answer.getHeaderNames())) {
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                answer.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
            }
        }
        return new KeptPage(
                headers, answer.getContentType(), answer.getHeader("ETag"), new Bytes(answer.getContentAsByteArray()));
    }

    int size() {
        return bytes.array().length;
    }

    /// 304, without a byte of it, to whoever has it already.
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var names = new java.util.HashSet<String>();
        headers.forEach(header -> {
            if (names.add(header.name())) {
                response.setHeader(header.name(), header.value());
            } else {
                response.addHeader(header.name(), header.value());
            }
        });
        if (isKnownTo(request)) {
            response.setStatus(304);
            return;
        }
        response.setContentType(type);
        response.setContentLength(size());
        response.getOutputStream().write(bytes.array());
    }

    /// Marks are compared weakly (RFC 9110, 8.8.3.2).
    private boolean isKnownTo(HttpServletRequest request) {
        var known = request.getHeader("If-None-Match");
        return mark != null
                && known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || strong(one).equals(strong(mark)));
    }

    private static String strong(String mark) {
        return mark.startsWith("W/") ? mark.substring(2) : mark;
    }
}
