package fr.preau.notification;

import fr.preau.web.Lacking;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What letters wait for: who signs them, and a server that takes them.
@Component
@Order(20)
class LackingMail implements Lacking {
    /// Nobody's, for ever (RFC 2606): the sender of a trial.
    private static final String NOBODYS = ".example";

    private final String from;
    private final SmtpServer server;

    LackingMail(@Value("${preau.mail.from}") String from, SmtpServer server) {
        this.from = from;
        this.server = server;
    }

    @Override
    public List<Setting> lacking() {
        return Stream.of(sender(), host()).flatMap(List::stream).toList();
    }

    private List<Setting> sender() {
        return from.replace(">", "").strip().endsWith(NOBODYS)
                ? List.of(new Setting(
                        "preau.mail.from",
                        "L'adresse qui envoie les courriels n'est pas donnée : ils partent d'une adresse qui n'existe pas."))
                : List.of();
    }

    private List<Setting> host() {
        return server.isConfigured()
                ? List.of()
                : List.of(new Setting(
                        "spring.mail.host",
                        "Aucun serveur d'envoi n'est donné : les courriels attendent, personne ne peut se connecter."));
    }
}
