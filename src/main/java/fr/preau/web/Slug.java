package fr.preau.web;

import java.text.Normalizer;
import java.util.Locale;

/// Words made into a code that an address can hold: « Égal accès » is `egal-acces`.
public final class Slug {
    private static final int MOST = 40;

    private Slug() {}

    /// Small letters, digits and hyphens, forty at most; `x` when nothing is left.
    public static String of(String words) {
        var bare = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replaceAll("[^a-z0-9]+", "-");
        var short_ = bare.substring(0, Math.min(MOST, bare.length())).replaceAll("^-|-$", "");
        return short_.isEmpty() ? "x" : short_;
    }
}
