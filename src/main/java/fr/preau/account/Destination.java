package fr.preau.account;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where someone goes once signed in: always a page of this platform, whatever was asked for.
final class Destination {
    static final String SPACE = "/espace";

    private static final int MAX_LENGTH = 1000;
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
    private static final Pattern SIGN_IN = Pattern.compile("/(?:connexion|deconnexion|error)(?:[/?#].*)?");

    private Destination() {}

    /// The page asked for when it is one of ours, "my space" otherwise.
    static String of(@Nullable String asked) {
        return asked != null
                        && asked.length() <= MAX_LENGTH
                        && LOCAL.matcher(asked).matches()
                        && !SIGN_IN.matcher(asked).matches()
                ? asked
                : SPACE;
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
