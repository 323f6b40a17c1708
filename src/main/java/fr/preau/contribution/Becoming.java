package fr.preau.contribution;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// « Ce qu'elle est devenue »: what modules above know of a contribution, shown on its page (invariant C4). Beans stand
/// in the order of their `@Order`.
@FunctionalInterface
public interface Becoming {
    /// One thing that became of it, in a sentence of its own; `href` leads to where it is told, when there is a page.
    record Step(LocalDate day, String words, @Nullable String href) {}

    /// The oldest first; empty while nothing did.
    List<Step> of(Contribution contribution);
}
