package fr.preau.school;

import fr.preau.web.Typed;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Why one should go, in a sentence or not at all.
record RecommendationForm(
        @Size(max = Recommendation.SENTENCE, message = "La phrase compte au plus 300 caractères.") @Nullable
        String phrase) {
    String sentence() {
        return Typed.line(phrase);
    }
}
