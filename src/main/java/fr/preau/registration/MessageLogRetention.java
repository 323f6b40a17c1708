package fr.preau.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// The log of organisers' messages lasts a year, like every journal.
@Component
class MessageLogRetention implements fr.preau.retention.Retention {
    private static final Duration KEPT = Duration.ofDays(365);

    private final OrganiserMessageRepository messages;

    MessageLogRetention(OrganiserMessageRepository messages) {
        this.messages = messages;
    }

    @Override
    public String code() {
        return "organiser-message";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Journal des messages d'un organisateur",
                List.of("qui a écrit", "date", "objet", "nombre de destinataires"),
                "Savoir ce qui a été envoyé aux inscrits, et combien de fois",
                "L'organisation de l'événement et la coordination de son territoire",
                "Un an. Le texte du message n'y est pas : il est effacé avec le courriel, un mois après l'envoi.");
    }

    @Override
    public int due(Instant now) {
        return messages.countBefore(now.minus(KEPT));
    }

    @Override
    public int forget(Instant now, int most) {
        return messages.forgetBefore(now.minus(KEPT), most);
    }
}
