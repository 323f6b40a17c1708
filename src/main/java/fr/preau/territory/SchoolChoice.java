package fr.preau.territory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A school as a text field holds it: « Lycée Gabriel Fauré, Foix (0090013A) », which people read and [#uai] reads
/// back. Where candidates are offered without JavaScript, the chosen UAI comes before what was typed, a comma between.
final class SchoolChoice {
    private static final Pattern UAI = Pattern.compile("(?<![0-9A-Za-z])\\d{7}[A-Za-z](?![0-9A-Za-z])");
    private static final Pattern CHOSEN_BEFORE = Pattern.compile("^(?:\\d{7}[A-Z])?,");

    private SchoolChoice() {}

    static String of(School school) {
        return "%s (%s)".formatted(school.label(), school.uai());
    }

    /// What tells it from its namesakes.
    static String detail(School school) {
        return "%s, %s".formatted(kind(school), school.postcode().isEmpty() ? school.uai() : school.postcode());
    }

    static String kind(School school) {
        return school.kind().french() + sector(school.publicSector());
    }

    /// Nothing where it is not known.
    private static String sector(@Nullable Boolean publicSector) {
        return publicSector == null ? "" : publicSector ? " public" : " privé";
    }

    static String place(School school) {
        return "%s, %s %s"
                .formatted(school.address(), school.postcode(), school.commune())
                .replaceFirst("^, ", "");
    }

    static Optional<Uai> uai(String field) {
        return UAI.matcher(field)
                .results()
                .flatMap(found -> Uai.parse(found.group().toUpperCase(Locale.ROOT)).stream())
                .findFirst();
    }

    static String typed(String field) {
        return CHOSEN_BEFORE.matcher(field).replaceFirst("");
    }
}
