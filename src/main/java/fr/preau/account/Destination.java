package fr.preau.account;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where someone goes once signed in: always a page of this platform, whatever was asked for.
final class Destination {
    static final String SPACE = "/espace";

    private static final int MAX_LENGTH = 1000;
    private static final Pattern LOCAL = Pattern.compile("/[\\x21-\\x7e&&[^\\\\]]*");
    /// An empty part but the last, one that climbs, or a backslash or slash hidden in one: a browser, a proxy or the
    /// server may each make another address of it.
    private static final Pattern CROOKED =
            Pattern.compile("(?i)/(?:\\.|%2e){1,2}(?:/|;|$)|/(?:;[^/]*)?/|%(?:2f|5c|25|00)");
    private static final Pattern SIGN_IN = Pattern.compile("/(?:connexion|deconnexion|error)(?:[/?#].*)?");

    private Destination() {}

    /// The page asked for when it is one of ours, "my space" otherwise.
    static String of(@Nullable String asked) {
        return asked != null
                        && asked.length() <= MAX_LENGTH
                        && LOCAL.matcher(asked).matches()
                        && !CROOKED.matcher(path(asked)).find()
                        && !SIGN_IN.matcher(asked).matches()
                ? asked
                : SPACE;
    }

    private static String path(String asked) {
        return asked.split("[?#]", 2)[0];
    }

    /// The same, from a whole address: its host is forgotten.
    static String ofAddress(String address) {
        try {
            var uri = URI.create(address);
            var query = uri.getRawQuery();
            return of(query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query);
        } catch (IllegalArgumentException _) {
            return SPACE;
        }
    }
}
