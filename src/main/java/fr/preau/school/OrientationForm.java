package fr.preau.school;

import fr.preau.web.Typed;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What the school keeps of a meeting, in a sentence or two; `version` is the one its author read.
record OrientationForm(
        @Size(max = SENTENCE, message = "Ce que vous en gardez compte au plus 500 caractères.") @Nullable
        String garde,

        @Nullable Integer version) {
    static final int SENTENCE = 500;

    /// A form that does not say what it read has read nothing.
    int read() {
        return version == null ? -1 : version;
    }

    /// Line ends count two when typed and one when kept: never more than what was allowed.
    String sentence() {
        return Typed.text(garde);
    }
}
