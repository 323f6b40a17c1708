package fr.preau.account;

import fr.preau.territory.Uai;
import fr.preau.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// What is typed of an organisation. `doublon` says that another one of the same name was seen and is not this one;
/// `nature` is a text like the others: what is no [Organisation.Kind] is refused by a sentence, not by the binding.
record OrganisationForm(
        @NotBlank(message = "Écrivez le nom de l'organisation.")
        @Size(min = 2, max = 150, message = "Le nom compte de 2 à 150 caractères.")
        @Pattern(regexp = ONE_LINE, message = "Écrivez le nom sur une seule ligne.")
        @Nullable
        String nom,

        @Nullable String nature,

        @Nullable String etablissement,

        @Size(max = 100, message = "Le nom de la commune compte au plus 100 caractères.")
        @Pattern(regexp = ONE_LINE, message = "Écrivez la commune sur une seule ligne.")
        @Nullable
        String commune,

        @Nullable String departement,

        @Size(max = 300, message = "L'adresse du site compte au plus 300 caractères.") @Nullable
        String site,

        @Nullable String siren,
        @Nullable String doublon,
        @Nullable Integer lock,
        @Nullable String jeton) {
    static final String ONE_LINE = "[^\\p{Cntrl}]*";

    static OrganisationForm of(OrganisationProfile profile) {
        return new OrganisationForm(
                profile.name(),
                profile.kind().name(),
                profile.school() == null ? null : profile.school().value(),
                profile.commune(),
                profile.departement(),
                profile.site(),
                profile.siren(),
                null,
                null,
                null);
    }

    /// How many times the organisation had been written when its page was made; never, when that is not said.
    int seen() {
        return lock == null ? -1 : lock;
    }

    /// What no annotation says.
    void check(BindingResult errors) {
        if (!text(siren).isEmpty() && !Siren.isValid(Siren.tidy(text(siren)))) {
            errors.rejectValue(
                    "siren",
                    "refused",
                    "Un SIREN compte neuf chiffres, et le dernier vérifie les autres : relisez-le.");
        }
        if (!address().isEmpty() && !isAddress(address())) {
            errors.rejectValue("site", "refused", "Écrivez l'adresse du site, par exemple www.exemple.fr.");
        }
    }

    /// What has no scheme gets the usual one: « exemple.fr » is how people write it.
    private String address() {
        var typed = text(site);
        return typed.isEmpty() || typed.contains("://") ? typed : "https://" + typed;
    }

    private static boolean isAddress(String typed) {
        try {
            var uri = URI.create(typed);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getHost().contains(".");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    Optional<Organisation.Kind> kind() {
        return Typed.constant(Organisation.Kind.class, text(nature));
    }

    Optional<Uai> school() {
        return kind().equals(Optional.of(Organisation.Kind.SCHOOL)) ? Uai.parse(text(etablissement)) : Optional.empty();
    }

    boolean isAnotherOfThatName() {
        return "oui".equals(doublon);
    }

    /// The form's own number is the organisation's: sent twice, it is one organisation.
    OrganisationId id() {
        return new OrganisationId(FormNumber.of(jeton));
    }

    OrganisationProfile profile(OrganisationId id) {
        return new OrganisationProfile(
                new Organisation(id, text(nom), kind().orElseThrow()),
                text(commune),
                text(departement),
                address().isEmpty() ? null : address(),
                text(siren).isEmpty() ? null : Siren.tidy(text(siren)),
                school().orElse(null));
    }

    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("nom", text(nom));
        values.put("nature", text(nature));
        values.put("etablissement", text(etablissement));
        values.put("commune", text(commune));
        values.put("departement", text(departement));
        values.put("site", text(site));
        values.put("siren", text(siren));
        return values;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
