package fr.preau.account;

import fr.preau.retention.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Accounts nobody signed in to for two years are warned, and go a month later.
@Component
@Order(40)
class UnusedAccounts implements Retention {
    static final Period UNUSED = Period.ofYears(2);
    static final Period NOTICE = Period.ofMonths(1);
    private static final Actor NIGHT = new Actor(null, "conservation");

    private final UnusedAccountRepository accounts;
    private final AccountRemoval removal;
    private final ApplicationEventPublisher news;

    UnusedAccounts(UnusedAccountRepository accounts, AccountRemoval removal, ApplicationEventPublisher news) {
        this.accounts = accounts;
        this.removal = removal;
        this.news = news;
    }

    @Override
    public String code() {
        return "account-unused";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Compte",
                List.of("adresse de courrier", "nom si vous voulez", "rôles", "jour de la dernière connexion"),
                "se connecter, agir au nom d'un établissement ou d'une organisation",
                "vous, vos collègues et qui donne les rôles",
                "deux ans après la dernière connexion ; un courrier prévient un mois avant ; le dernier pilote reste");
    }

    @Override
    public int due(Instant now) {
        return accounts.countDue(today(now).minus(NOTICE));
    }

    /// The warnings of the night first: they start the month.
    @Override
    public int forget(Instant now, int most) {
        var today = today(now);
        accounts.warn(today, today.minus(UNUSED), most)
                .forEach(mail -> news.publishEvent(new AccountUnused(mail, today.plus(NOTICE))));
        return (int) accounts.due(today.minus(NOTICE), most).stream()
                .filter(person -> removal.remove(person, NIGHT))
                .count();
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
