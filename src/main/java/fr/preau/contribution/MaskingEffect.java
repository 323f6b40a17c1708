package fr.preau.contribution;

import java.util.List;

/// What else changes when a contribution can be read no more, told by modules above before the act and after it. Beans
/// stand in the order of their `@Order`.
@FunctionalInterface
public interface MaskingEffect {
    /// A sentence for who is about to do it, and one for who has.
    record Effect(String before, String after) {}

    /// Empty when nothing else does.
    List<Effect> of(Contribution contribution);
}
