package fr.preau.territory;

import org.jspecify.annotations.Nullable;

/// What a person says of one school. `publicSector` is null where it is not known, `mail` where there is none.
public record SchoolByHand(
        Uai uai,
        String name,
        School.Kind kind,
        @Nullable Boolean publicSector,
        String commune,
        String postcode,
        String departement,
        @Nullable String mail,
        boolean open) {
    /// What a form shows of a school to be corrected.
    public static SchoolByHand of(School school) {
        return new SchoolByHand(
                school.uai(),
                school.name(),
                school.kind(),
                school.publicSector(),
                school.commune(),
                school.postcode(),
                school.departement(),
                school.mail(),
                school.open());
    }
}
