package fr.preau.web;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What the law asks a service of the public to say of itself, and where people reach it.
@Component
@Order(10)
class LackingOperator implements Lacking {
    private static final String LEGAL = "à la page « Mentions légales »";

    private final Operator operator;
    private final String address;

    LackingOperator(Operator operator, @Value("${preau.address}") String address) {
        this.operator = operator;
        this.address = address;
    }

    @Override
    public List<Setting> lacking() {
        return Stream.concat(Stream.of(address()), identity())
                .filter(asked -> asked.given().isBlank())
                .map(asked -> new Setting(asked.name(), asked.sentence()))
                .toList();
    }

    private record Asked(String name, String given, String sentence) {}

    private Asked address() {
        return new Asked(
                "preau.address",
                isOfThisMachine(address) ? "" : address,
                "L'adresse publique n'est pas donnée : les liens des courriels et des agendas mènent à %s."
                        .formatted(address));
    }

    private Stream<Asked> identity() {
        var host = operator.host();
        return Stream.of(
                asked("name", operator.name(), "Le nom de l'éditeur manque " + LEGAL),
                asked("legal-form", operator.legalForm(), "La forme juridique de l'éditeur manque " + LEGAL),
                asked("address", String.join("", operator.address()), "L'adresse de l'éditeur manque " + LEGAL),
                asked("telephone", operator.telephone(), "Le téléphone de l'éditeur manque " + LEGAL),
                asked("mail", operator.mail(), "L'adresse de courriel de l'éditeur manque " + LEGAL),
                asked(
                        "director",
                        operator.director(),
                        "Le nom de qui dirige la publication manque " + LEGAL),
                asked("host.name", host.name(), "Le nom de l'hébergeur manque " + LEGAL),
                asked("host.address", String.join("", host.address()), "L'adresse de l'hébergeur manque " + LEGAL),
                asked("host.telephone", host.telephone(), "Le téléphone de l'hébergeur manque " + LEGAL),
                asked(
                        "data-protection-officer.contact",
                        operator.dataProtectionOfficer().contact(),
                        "Le contact du délégué à la protection des données manque à la page « Vie privée »"),
                asked(
                        "accessibility-contact",
                        operator.accessibilityContact(),
                        "Le contact pour signaler un obstacle manque à la page « Accessibilité »"));
    }

    private static Asked asked(String name, String given, String sentence) {
        return new Asked("preau.operator." + name, given, sentence + ".");
    }

    /// As it is while nobody has given one: nobody else can follow such a link.
    private static boolean isOfThisMachine(String address) {
        var host = URI.create(address).getHost();
        return host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
