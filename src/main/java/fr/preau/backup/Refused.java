package fr.preau.backup;

import org.jspecify.annotations.Nullable;

/// A backup or a restoration that cannot be: one sentence in French for whoever asked.
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        this(sentence, null);
    }

    Refused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
