package fr.preau.account;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The first pilots of an installation are named by the property `preau.pilots`, a list of mail addresses: they get the
/// role when the platform starts, once each: someone whose role or account is taken away does not come back at the next
/// start, unless nobody is left to steer. Later ones are invited by them.
@Component
class PilotsAtStart {
    private static final Logger log = LoggerFactory.getLogger(PilotsAtStart.class);

    private final Accounts accounts;
    private final NamedPilotRepository named;
    private final RoleRepository roles;
    private final TransactionTemplate transactions;
    private final Grants grants;
    private final List<String> mails;
    private final boolean demonstration;

    PilotsAtStart(
            Accounts accounts,
            NamedPilotRepository named,
            RoleRepository roles,
            TransactionTemplate transactions,
            Grants grants,
            @Value("${preau.pilots:}") List<String> mails,
            Environment environment) {
        this.accounts = accounts;
        this.named = named;
        this.roles = roles;
        this.transactions = transactions;
        this.grants = grants;
        this.mails = mails;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
    }

    @EventListener(ApplicationReadyEvent.class)
    void name() {
        var nobodySteers = roles.countHolders(new Role.Pilot()) == 0;
        for (var typed : mails) {
            var mail = MailAddress.parse(typed);
            if (mail.isEmpty()) {
                log.warn("preau.pilots holds something that is no mail address: it is left out");
                continue;
            }
            transactions.executeWithoutResult(_ -> name(mail.get(), nobodySteers));
        }
        if (!demonstration && roles.countHolders(new Role.Pilot()) == 0) {
            log.warn("Personne ne pilote cette plateforme : nommez au moins une adresse (réglage preau.pilots)");
        }
    }

    private void name(MailAddress mail, boolean again) {
        if (named.add(mail) || again) {
            grants.give(Actor.CONFIGURATION, accounts.findOrCreate(mail), new Role.Pilot());
        }
    }
}
