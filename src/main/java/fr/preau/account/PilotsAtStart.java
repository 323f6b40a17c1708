package fr.preau.account;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The first pilots of an installation are named by the property `preau.pilots`, a list of mail addresses: they get the
/// role when the platform starts. Later ones are invited by them.
@Component
class PilotsAtStart {
    private static final Logger log = LoggerFactory.getLogger(PilotsAtStart.class);

    private final Accounts accounts;
    private final Grants grants;
    private final List<String> mails;

    PilotsAtStart(Accounts accounts, Grants grants, @Value("${preau.pilots:}") List<String> mails) {
        this.accounts = accounts;
        this.grants = grants;
        this.mails = mails;
    }

    @EventListener(ApplicationReadyEvent.class)
    void name() {
        for (var typed : mails) {
            var mail = MailAddress.parse(typed);
            if (mail.isEmpty()) {
                log.warn("preau.pilots holds something that is no mail address: it is left out");
                continue;
            }
            grants.give(Actor.CONFIGURATION, accounts.findOrCreate(mail.get()), new Role.Pilot());
        }
    }
}
