package fr.preau.contribution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who wrote online, known by a link alone. `mail` is null when none was given, or once it is forgotten.
record Author(
        ContributionId contribution, String key, @Nullable String mail, Instant at) {
    String path() {
        return path(key);
    }

    static String path(String key) {
        return "/consultations/contributions/lien/" + key;
    }
}
