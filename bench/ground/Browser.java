package ground;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/// Someone who registers adults, over one connection kept open: the form once, for its CSRF token and cookie, then
/// POSTs.
public final class Browser implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Wire wire;
    private final Csrf csrf;

    public Browser(int port, String form) throws IOException {
        wire = new Wire(port);
        csrf = Csrf.of(wire.get(form + "?comme=adulte", ""));
    }

    /// What every form carries: `cookie` goes with each request, `field` in each form.
    public record Csrf(String cookie, String field) {
        public static Csrf of(Wire.Answer page) throws IOException {
            var token = TOKEN.matcher(page.body());
            var cookie = page.values("Set-Cookie").stream()
                    .filter(one -> one.startsWith("XSRF-TOKEN="))
                    .findFirst();
            if (!token.find() || cookie.isEmpty()) {
                throw new IOException("no form: " + page.status());
            }
            return new Csrf(
                    cookie.get().substring(0, cookie.get().indexOf(';')),
                    "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        }
    }

    /// The status of the answer: 302 when the registration is confirmed.
    public int register(String form) throws IOException {
        return wire.post(form, csrf.cookie(), adult(csrf)).status();
    }

    /// A form filled in by someone new.
    public static String adult(Csrf csrf) {
        return "%s&jeton=%s&comme=adulte&prenom=Camille&nombre=1&courriel=%s%%40example.org"
                .formatted(csrf.field(), UUID.randomUUID(), UUID.randomUUID());
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
