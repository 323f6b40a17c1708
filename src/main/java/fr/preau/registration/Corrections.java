package fr.preau.registration;

import fr.preau.account.MailAddress;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.web.LinkKey;
import fr.preau.web.NamedNetworks;
import fr.preau.web.Network;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Correcting a first name or an address, by whoever holds the link. A new address is confirmed from its own mailbox,
/// and only its reader learns whether it is registered already.
@Service
class Corrections {
    static final Duration LIFE = Duration.ofDays(1);
    private static final int AN_HOUR_TO_ONE_ADDRESS = 3;

    private final CorrectionRepository corrections;
    private final RegistrationRepository registrations;
    private final AskingRepository askings;
    private final NamedNetworks named;
    private final RationSettings settings;
    private final Events events;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Corrections(
            CorrectionRepository corrections,
            RegistrationRepository registrations,
            AskingRepository askings,
            NamedNetworks named,
            RationSettings settings,
            Events events,
            TransactionTemplate transactions,
            ApplicationEventPublisher news,
            Clock clock) {
        this.corrections = corrections;
        this.registrations = registrations;
        this.askings = askings;
        this.named = named;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.news = news;
        this.clock = clock;
    }

    sealed interface Confirmation {
        record Done(Registration registration) implements Confirmation {}

        /// Used, expired, replaced by a later one, or the registration names no one any more.
        record Gone() implements Confirmation {}

        /// Someone of this first name is registered to this session with this address already, or as many people as one
        /// address may.
        record Taken() implements Confirmation {}
    }

    /// False when that name is registered to this session with the same address already.
    boolean rename(Registration held, String firstName) {
        try {
            transactions.executeWithoutResult(_ -> corrections.rename(held.id(), firstName));
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /// False when this network address asks too often. A mail address asked for too often is passed over in silence.
    boolean ask(HeldPages.HeldPage held, MailAddress mail, Network network) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var now = clock.instant();
            if (!named.contain(network)
                    && askings.add("network " + network.value(), now) > settings.lostLinksPerHour()) {
                return false;
            }
            if (askings.add("mail " + mail, now) <= AN_HOUR_TO_ONE_ADDRESS) {
                var secret = LinkKey.fresh();
                var asked = new CorrectionRepository.Asked(held.registration().id(), mail.value());
                corrections.ask(asked, secret, now.plus(LIFE));
                news.publishEvent(new RegistrationAddressAsked(
                        held.registration(), held.event(), mail.value(), "/inscriptions/adresse/" + secret));
            }
            return true;
        }));
    }

    Optional<CorrectionRepository.Asked> asked(String secret) {
        return LinkKey.isOne(secret) ? corrections.asked(secret, clock.instant()) : Optional.empty();
    }

    Confirmation confirm(String secret) {
        try {
            return Objects.requireNonNull(
                    transactions.execute(_ -> asked(secret).map(this::move).orElseGet(Confirmation.Gone::new)));
        } catch (DuplicateKeyException _) {
            return new Confirmation.Taken();
        }
    }

    private Confirmation move(CorrectionRepository.Asked asked) {
        var before = registrations.lockNamed(asked.registration());
        if (before.isEmpty()) {
            return new Confirmation.Gone();
        }
        var moved = before.get().registration();
        if (before.get().stands() && moved.kind() != Registration.Kind.CLASS && !fits(moved, asked.mail())) {
            return new Confirmation.Taken();
        }
        corrections.forget(asked.registration());
        corrections.move(asked.registration(), asked.mail(), LinkKey.fresh());
        var after = registrations.find(asked.registration()).orElseThrow();
        news.publishEvent(new RegistrationAddressChanged(after, event(after), moved.mail()));
        return new Confirmation.Done(after);
    }

    private boolean fits(Registration moved, String mail) {
        return registrations.peopleOf(mail, moved.session()) + moved.seats() <= SeatRequest.PEOPLE;
    }

    private PublishedEvent event(Registration registration) {
        return events.find(registration.event()).orElseThrow();
    }
}
