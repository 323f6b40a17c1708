package fr.preau.web;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.Delimiter;

/// Who runs this installation, and what it is called: the settings `preau.operator.*`. What the law asks a service of
/// the public to say of itself stands here, and nowhere else: pages, feeds, letters and papers take it from here.
///
/// Everything may be missing (an empty text): pages then say that it is not told yet, and [Lacks] asks for it. The
/// addresses are lists of lines. A contact is a mail address, or the address of a page.
public record Operator(
        @DefaultValue("Préau") String serviceName,
        @DefaultValue("") String name,
        @DefaultValue("") String legalForm,
        @DefaultValue @Delimiter("\n") List<String> address,
        @DefaultValue("") String telephone,
        @DefaultValue("") String mail,
        @DefaultValue("") String director,
        @DefaultValue Host host,
        @DefaultValue Officer dataProtectionOfficer,
        @DefaultValue("") String accessibilityContact,
        @DefaultValue("mission d'intérêt public (article 6-1-e du RGPD)") String legalBasis,
        @DefaultValue Map<String, String> legalBases) {
    public Operator {
        address = lines(address);
        legalBases = Map.copyOf(legalBases);
    }

    /// Whose machines it runs on.
    public record Host(
            @DefaultValue("") String name,
            @DefaultValue @Delimiter("\n") List<String> address,
            @DefaultValue("") String telephone) {
        public Host {
            address = lines(address);
        }
    }

    /// The data-protection officer, or whoever answers about personal data.
    public record Officer(
            @DefaultValue("") String name, @DefaultValue("") String contact) {}

    /// Where a question about personal data goes: to the officer, or to the operator when there is none.
    public String privacyContact() {
        return dataProtectionOfficer.contact().isBlank() ? mail : dataProtectionOfficer.contact();
    }

    /// Where somebody says what stops them from using the platform.
    public String barrierContact() {
        return accessibilityContact.isBlank() ? mail : accessibilityContact;
    }

    /// The ground on which the form of this code keeps what it asks [`fr.preau.retention.Retention#code`].
    public String legalBasis(String form) {
        return legalBases.entrySet().stream()
                .filter(basis -> isSameForm(basis.getKey(), form))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(legalBasis);
    }

    /// A name given in an environment variable has neither hyphens nor capitals.
    public static boolean isSameForm(String named, String form) {
        return named.replace("-", "").equalsIgnoreCase(form.replace("-", ""));
    }

    Operator named(String former) {
        return new Operator(
                serviceName,
                former,
                legalForm,
                address,
                telephone,
                mail,
                director,
                host,
                dataProtectionOfficer,
                accessibilityContact,
                legalBasis,
                legalBases);
    }

    private static List<String> lines(List<String> address) {
        return address.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
