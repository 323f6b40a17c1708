package fr.preau.territory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text without accents, case and punctuation, like the database's `public.plain`: only `a` to `z`, digits and single
/// spaces are left.
final class Plain {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private Plain() {}

    static String of(String text) {
        var lower = text.toLowerCase(Locale.FRENCH).replace("œ", "oe").replace("æ", "ae");
        var bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return OTHERS.matcher(bare).replaceAll(" ").strip();
    }
}
