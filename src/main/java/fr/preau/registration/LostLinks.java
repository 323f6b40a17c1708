package fr.preau.registration;

import fr.preau.account.MailAddress;
import fr.preau.web.NamedNetworks;
import fr.preau.web.Network;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sends again the links of coming registrations and waiting lists to the address they were made with, a few times an
/// hour at most.
@Service
class LostLinks {
    private static final int AN_HOUR_TO_ONE_ADDRESS = 3;

    private final Reminding reminding;
    private final AskingRepository askings;
    private final NamedNetworks named;
    private final RationSettings settings;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    LostLinks(
            Reminding reminding,
            AskingRepository askings,
            NamedNetworks named,
            RationSettings settings,
            ApplicationEventPublisher news,
            Clock clock) {
        this.reminding = reminding;
        this.askings = askings;
        this.named = named;
        this.settings = settings;
        this.news = news;
        this.clock = clock;
    }

    /// False when this network asks too often: sixty teachers in training ask for two each. A mail address asked for
    /// too often is passed over in silence: the answer never tells whether it is known.
    @Transactional
    public boolean send(MailAddress mail, Network network) {
        var now = clock.instant();
        if (!named.contain(network) && askings.add("network " + network.value(), now) > settings.lostLinksPerHour()) {
            return false;
        }
        if (askings.add("mail " + mail, now) <= AN_HOUR_TO_ONE_ADDRESS) {
            var coming = reminding.of(mail.value());
            if (!coming.isNothing()) {
                news.publishEvent(new LinksAsked(mail.value(), coming.registrations(), coming.waiting()));
            }
        }
        return true;
    }
}
