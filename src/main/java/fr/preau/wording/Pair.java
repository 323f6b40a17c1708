package fr.preau.wording;

/// Two texts close enough to be read side by side. When each stands for others of the same words, the first given does.
/// `likeness` is a [Likeness.NearCopy] or a [Likeness.PossiblyOpposed], never anything else.
public record Pair<T>(T one, T other, Likeness likeness, Basis basis) {}
