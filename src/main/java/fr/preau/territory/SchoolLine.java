package fr.preau.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one line of a directory says of a school. Null: the file does not say, what is known is kept;
/// `guess` is the kind to give a school nobody knows, by its name alone. `said` are the départements its cells may
/// speak
/// of, none when they say nothing; `numbered` those its number may, none when it is of no département we know.
record SchoolLine(
        long line,
        Uai uai,
        String name,
        School.@Nullable Kind kind,
        School.Kind guess,
        @Nullable String nature,
        @Nullable List<School.Track> tracks,
        @Nullable Boolean publicSector,
        @Nullable String address,
        @Nullable String postcode,
        @Nullable String communeCode,
        @Nullable String commune,
        List<String> said,
        List<String> numbered,
        @Nullable GeoPoint point,
        @Nullable String mail,
        boolean open) {
    /// Where it may be, by the cells and by the number together: none when they contradict each other or both are
    /// silent.
    List<String> candidates() {
        if (said.isEmpty() || numbered.isEmpty()) {
            return said.isEmpty() ? numbered : said;
        }
        return DepartementSigns.common(said, numbered);
    }

    /// Among several lines of one school, the one that speaks for it is highest: not an annexe, more tracks, its own
    /// official mail.
    int weight() {
        var plain = Plain.of(name);
        var aside = plain.contains("annexe") || plain.contains(" site ") || plain.contains("campus") ? 4 : 0;
        var taught = tracks == null ? 0 : tracks.size();
        var official = mail != null && Plain.of(mail).contains(Plain.of(uai.value())) ? 2 : 0;
        return 2 * taught + official - aside;
    }
}
