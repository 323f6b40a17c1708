package fr.preau.notification;

import fr.preau.account.AccountRecords;
import fr.preau.account.AccountRemoved;
import fr.preau.account.Person;
import fr.preau.registration.RegistrationId;
import fr.preau.registration.RegistrationRecords;
import fr.preau.registration.RegistrationsForgotten;
import fr.preau.registration.RegistrationsForgotten.Forgotten;
import fr.preau.retention.Kept;
import fr.preau.web.French;
import java.time.ZoneId;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Letters outlive neither the registration nor the account they speak of; until then their reader may see them all.
@Component
@Order(50)
class ForgettingNews implements RegistrationRecords, AccountRecords {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ForgettingRepository messages;
    private final SequenceRepository sequences;
    private final OwnAddress address;

    ForgettingNews(ForgettingRepository messages, SequenceRepository sequences, OwnAddress address) {
        this.address = address;
        this.messages = messages;
        this.sequences = sequences;
    }

    @EventListener
    void on(RegistrationsForgotten news) {
        messages.forgetAbout(
                news.registrations().stream().map(one -> one.id().value()).toList());
        messages.forgetLinks(
                news.registrations().stream().map(Forgotten::mail).distinct().toList());
        news.registrations().forEach(one -> {
            sequences.forget(one.session().value(), one.mail());
            sequences.forget(one.id().value(), one.mail());
        });
    }

    /// Before the letter that says so.
    @EventListener
    @Order(0)
    void on(AccountRemoved news) {
        messages.forgetAccount(news.mail());
    }

    @Override
    public List<Kept> about(RegistrationId registration) {
        return List.of(kept(messages.about(registration.value())));
    }

    @Override
    public List<Kept> about(Person person) {
        return List.of(kept(messages.toAccount(person.mail())));
    }

    private Kept kept(List<Message> letters) {
        return new Kept(
                "Courriels envoyés", letters.stream().map(address::told).map(ForgettingNews::entry).toList());
    }

    private static SequencedMap<String, String> entry(Message letter) {
        var written = letter.createdAt().atZone(PARIS);
        return Kept.entry(
                "Objet",
                letter.subject(),
                "Écrit",
                French.day(written.toLocalDate()) + ", " + French.hour(written.toLocalTime()),
                "État",
                letter.state().french(),
                "Texte",
                letter.text());
    }
}
