package fr.preau.territory;

import java.util.List;
import java.util.Optional;

/// What a table of pupils by speciality tells of NSI, and under which headers. Headers are compared without accents,
/// case, spaces and punctuation. Combinations of specialities also name NSI: only the whole names given here count.
enum SpecialityColumn implements Column {
    UAI(SchoolColumn.UAI.aliases()),
    YEAR(List.of("rentreescolaire", "rentree", "anneescolaire", "annee")),
    GIRLS(List.of(
            "0747numeriqueetsciencesinformatiquesfilles",
            "numeriqueetsciencesinformatiquesfilles",
            "numeriqueetsciencesinformatiques0747filles",
            "747numeriqueetsciencesinformatiquesfilles",
            "0747nsifilles",
            "0747filles",
            "nsifilles",
            "fillesnsi")),
    BOYS(List.of(
            "0747numeriqueetsciencesinformatiquesgarcons",
            "numeriqueetsciencesinformatiquesgarcons",
            "numeriqueetsciencesinformatiques0747garcons",
            "747numeriqueetsciencesinformatiquesgarcons",
            "0747nsigarcons",
            "0747garcons",
            "nsigarcons",
            "garconsnsi"));

    @SuppressWarnings("ImmutableEnumChecker") // a List.of never changes
    private final List<String> aliases;

    SpecialityColumn(List<String> aliases) {
        this.aliases = aliases;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public boolean isFree() {
        return false;
    }

    /// Why these are not the columns of a table of specialities; empty when they are.
    static Optional<String> refusal(Columns<SpecialityColumn> columns) {
        if (!columns.has(UAI)) {
            return Optional.of("aucune colonne ne donne le numéro UAI des lycées");
        }
        if (!columns.has(YEAR)) {
            return Optional.of("aucune colonne ne donne la rentrée scolaire");
        }
        return columns.has(GIRLS) && columns.has(BOYS)
                ? Optional.empty()
                : Optional.of("aucune colonne ne donne les filles et les garçons de la spécialité NSI (0747)");
    }
}
