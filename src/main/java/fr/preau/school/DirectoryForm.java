package fr.preau.school;

import fr.preau.territory.School;
import fr.preau.territory.SchoolByHand;
import fr.preau.territory.Territories;
import fr.preau.territory.Uai;
import fr.preau.web.Form;
import fr.preau.web.Typed;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One school of the directory as a person writes it.
record DirectoryForm(
        @Nullable String uai,

        @Size(max = 300, message = "Le nom compte au plus 300 caractères.") @Nullable
        String nom,

        @Nullable String genre,
        @Nullable String secteur,

        @Size(max = 120, message = "La commune compte au plus 120 caractères.") @Nullable
        String commune,

        @Nullable String postal,
        @Nullable String departement,

        @Size(max = 200, message = "L'adresse compte au plus 200 caractères.") @Nullable
        String courriel,

        @Nullable Boolean ferme) {
    private static final String MAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";

    /// Filled with what the directory says.
    static Map<String, Object> values(School school) {
        var values = new HashMap<String, Object>();
        values.put("uai", school.uai().value());
        values.put("nom", school.name());
        values.put("genre", school.kind().name());
        values.put("secteur", sector(school.publicSector()));
        values.put("commune", school.commune());
        values.put("postal", school.postcode());
        values.put("departement", school.departement());
        values.put("courriel", Objects.requireNonNullElse(school.mail(), ""));
        values.put("ferme", !school.open());
        return values;
    }

    /// What it says, once each field was checked; empty when one was refused.
    Optional<SchoolByHand> read(@Nullable Uai known, Territories territories, Form form) {
        var uai = known != null ? Optional.of(known) : Uai.parse(Typed.line(this.uai));
        var kind = kind();
        var departement = territories.departement(Typed.line(this.departement));
        var mail = Typed.line(courriel);
        if (uai.isEmpty()) {
            form.refuse("uai", "Ce numéro n'est pas un UAI : sept chiffres, puis la lettre qui leur correspond.");
        }
        if (Typed.line(nom).length() < 2) {
            form.refuse("nom", "Écrivez le nom de l'établissement.");
        }
        if (kind.isEmpty()) {
            form.refuse("genre", "Choisissez un des genres proposés.");
        }
        if (Typed.line(commune).isEmpty()) {
            form.refuse("commune", "Écrivez la commune.");
        }
        if (!Typed.line(postal).matches("[0-9]{5}")) {
            form.refuse("postal", "Écrivez les cinq chiffres du code postal.");
        }
        if (departement.isEmpty()) {
            form.refuse("departement", "Choisissez un des départements proposés.");
        }
        if (!mail.isEmpty() && !mail.matches(MAIL)) {
            form.refuse("courriel", "Cette adresse de courriel n'est pas complète.");
        }
        return form.hasErrors()
                ? Optional.empty()
                : Optional.of(new SchoolByHand(
                        uai.orElseThrow(),
                        Typed.line(nom),
                        kind.orElseThrow(),
                        publicSector(),
                        Typed.line(commune),
                        Typed.line(postal),
                        departement.orElseThrow().code(),
                        mail.isEmpty() ? null : mail,
                        !Boolean.TRUE.equals(ferme)));
    }

    private Optional<School.Kind> kind() {
        return Arrays.stream(School.Kind.values())
                .filter(kind -> kind.name().equals(genre))
                .findFirst();
    }

    private @Nullable Boolean publicSector() {
        return switch (Typed.line(secteur)) {
            case "PUBLIC" -> Boolean.TRUE;
            case "PRIVE" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static String sector(@Nullable Boolean publicSector) {
        return publicSector == null ? "" : publicSector ? "PUBLIC" : "PRIVE";
    }
}
