package fr.preau.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Giving an account another address: asked for by its owner, confirmed by whoever reads the new mailbox, told to the
/// old one. Whether the new address has an account already is said only to its own reader.
@Service
class AddressChange {
    static final Duration LIFE = Duration.ofDays(1);
    static final int PER_QUARTER = 5;

    private final AddressChangeRepository changes;
    private final PersonRepository people;
    private final Attempts attempts;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final String address;

    AddressChange(
            AddressChangeRepository changes,
            PersonRepository people,
            Attempts attempts,
            TransactionTemplate transactions,
            ApplicationEventPublisher news,
            Clock clock,
            @Value("${preau.address}") String address) {
        this.changes = changes;
        this.people = people;
        this.attempts = attempts;
        this.transactions = transactions;
        this.news = news;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    enum Confirmation {
        DONE,
        /// Used, expired, or replaced by a later one.
        GONE,
        TAKEN
    }

    /// False when this person asks too often. An address asked for too often is passed over in silence.
    boolean ask(PersonId person, MailAddress mail) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var now = clock.instant();
            if (attempts.add("address changes " + person, now).number() > PER_QUARTER) {
                return false;
            }
            if (attempts.add("address change to " + mail, now).number() <= PER_QUARTER) {
                var key = SecretKey.random();
                changes.replace(new AddressChangeRepository.Asked(person, mail), key, now.plus(LIFE));
                news.publishEvent(new AddressChangeAsked(mail.value(), address + "/adresse/" + key.value()));
            }
            return true;
        }));
    }

    Optional<AddressChangeRepository.Asked> find(String key) {
        return changes.find(key, clock.instant());
    }

    Confirmation confirm(String key) {
        try {
            var result = transactions.execute(_ -> {
                var asked = find(key);
                return asked.isEmpty() ? Confirmation.GONE : move(asked.get());
            });
            return result == null ? Confirmation.GONE : result;
        } catch (DuplicateKeyException _) {
            return Confirmation.TAKEN; // an account was made with it at this very instant
        }
    }

    private Confirmation move(AddressChangeRepository.Asked asked) {
        var before = people.find(asked.person());
        if (before.isEmpty()) {
            return Confirmation.GONE;
        }
        if (people.find(asked.mail()).isPresent()) {
            return Confirmation.TAKEN;
        }
        changes.forget(asked.person());
        people.move(asked.person(), asked.mail());
        news.publishEvent(new AddressChanged(
                asked.person(), before.get().mail(), asked.mail().value()));
        return Confirmation.DONE;
    }
}
