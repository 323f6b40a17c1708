package fr.preau.territory;

import fr.preau.territory.School.Kind;
import org.jspecify.annotations.Nullable;

/// The kind of a school, from the ministry's `code_nature` (nomenclature N_NATURE_UAI) or from words.
final class SchoolKinds {
    private SchoolKinds() {}

    /// Null for a nature that does not tell.
    static @Nullable Kind ofNature(String nature) {
        if (!nature.matches("\\d{3}")) {
            return null;
        }
        var code = Integer.parseInt(nature);
        return switch (code / 10) {
            case 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 -> Kind.ECOLE;
            case 30, 31 -> Kind.LYCEE;
            // Sections of a lycée: 334 professional, 335 general and technological.
            case 32, 33 -> code == 335 ? Kind.LYCEE : Kind.LYCEE_PROFESSIONNEL;
            // 344: the CETAD of Polynésie prepare for a trade.
            case 34 -> code == 344 ? Kind.LYCEE_PROFESSIONNEL : Kind.COLLEGE;
            case 35, 39 -> Kind.COLLEGE;
            default -> null;
        };
    }

    static @Nullable Kind ofWords(String words) {
        var plain = Plain.of(words);
        if (plain.contains("lycee professionnel") || plain.matches(".*\\blp\\b.*")) {
            return Kind.LYCEE_PROFESSIONNEL;
        }
        if (plain.contains("lycee")) {
            return Kind.LYCEE;
        }
        if (plain.contains("college")) {
            return Kind.COLLEGE;
        }
        return plain.contains("ecole") || plain.contains("maternelle") ? Kind.ECOLE : null;
    }
}
