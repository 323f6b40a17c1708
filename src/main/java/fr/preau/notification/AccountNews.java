package fr.preau.notification;

import fr.preau.account.AccountRemoved;
import fr.preau.account.AccountUnused;
import fr.preau.account.AddressChangeAsked;
import fr.preau.account.AddressChanged;
import fr.preau.account.InvitationSent;
import fr.preau.account.RoleGranted;
import fr.preau.account.RoleRemoved;
import fr.preau.account.SignInAsked;
import fr.preau.account.StaffConfirmationAsked;
import fr.preau.web.French;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Writes to people about their account, in the transaction of what happened.
@Component
class AccountNews {
    private static final String KEPT = "Votre adresse sert à vous reconnaître sur " + Letter.SERVICE + ", à rien d'autre.";

    private final Outbox outbox;
    private final LetterWriter writer;
    private final Clock clock;

    AccountNews(Outbox outbox, LetterWriter writer, Clock clock) {
        this.outbox = outbox;
        this.writer = writer;
        this.clock = clock;
    }

    @EventListener
    void on(SignInAsked news) {
        var minutes = Math.max(
                1,
                Duration.between(clock.instant(), news.until()).plusSeconds(30).toMinutes());
        var letter = Letter.titled("Votre lien de connexion à " + Letter.SERVICE)
                .says("Voici le lien demandé pour vous connecter. Il sert une seule fois, pendant %s."
                        .formatted(French.count(minutes, "minute", "minutes")))
                .offers("Me connecter", news.link())
                .says(
                        "Vous n'avez rien demandé ? Ne faites rien : sans ce lien, personne ne peut entrer à votre place.")
                .because("Vous recevez ce message parce que quelqu'un a tapé cette adresse pour se connecter.", KEPT);
        outbox.add(Mail.of(Kind.SIGN_IN, news.mail(), letter).usefulUntil(news.until()));
    }

    @EventListener
    void on(StaffConfirmationAsked news) {
        var letter = Letter.titled("Une personne de votre établissement est à confirmer")
                .says("%s demande à agir sur %s comme %s de votre établissement, %s."
                        .formatted(news.personName(), Letter.SERVICE, news.role(), news.schoolName()))
                .says("Vous connaissez cette personne ? Confirmez. Sinon, refusez : elle n'aura aucun accès.")
                .offers("Confirmer ou refuser", news.link())
                .because(
                        "Vous recevez ce message à l'adresse officielle de l'établissement, celle de l'annuaire de l'éducation : elle seule peut confirmer.",
                        "Votre réponse est gardée au journal des rôles, avec sa date.");
        outbox.add(Mail.of(Kind.STAFF_CONFIRMATION, news.schoolMail(), letter));
    }

    @EventListener
    void on(InvitationSent news) {
        var letter = Letter.titled("Vous êtes invité sur " + Letter.SERVICE)
                .says("%s vous invite à devenir %s.".formatted(news.invitedBy(), news.what()))
                .says("Pour accepter ou refuser, ouvrez l'invitation. Elle n'est que pour cette adresse.")
                .offers("Voir l'invitation", news.link())
                .because("Vous recevez ce message parce que votre adresse a été donnée pour cette invitation.", KEPT);
        outbox.add(Mail.of(Kind.INVITATION, news.mail(), letter));
    }

    @EventListener
    void on(RoleGranted news) {
        var letter = Letter.titled("Vous avez un nouveau rôle sur " + Letter.SERVICE)
                .says("Votre rôle : %s.".formatted(news.what()))
                .says("Ce qu'il vous permet de faire vous attend dans votre espace.")
                .offers("Ouvrir mon espace", writer.at("/espace"))
                .because("Vous recevez ce message parce que vos rôles viennent de changer.", KEPT);
        outbox.add(Mail.of(Kind.ROLE, news.mail(), letter));
    }

    @EventListener
    void on(AddressChangeAsked news) {
        var letter = Letter.titled("Confirmez votre nouvelle adresse")
                .says("Cette adresse doit devenir celle d'un compte sur " + Letter.SERVICE + ". Ce lien sert une fois, pendant un jour.")
                .offers("Confirmer cette adresse", news.link())
                .says("Vous n'avez rien demandé ? Ne faites rien : rien ne change.")
                .because("Vous recevez ce message parce que quelqu'un a donné cette adresse pour son compte.", KEPT);
        outbox.add(Mail.of(Kind.ACCOUNT, news.mail(), letter));
    }

    @EventListener
    void on(AddressChanged news) {
        var letter = Letter.titled("Votre compte a une autre adresse")
                .says("Votre compte sur " + Letter.SERVICE + " a une nouvelle adresse, confirmée à l'instant. Celle-ci n'y sert plus.")
                .says("Ce n'était pas vous ? Écrivez tout de suite à la personne qui coordonne votre territoire.")
                .because("Vous recevez ce dernier message parce que cette adresse était celle du compte.", KEPT);
        outbox.add(Mail.of(Kind.ACCOUNT, news.before(), letter));
    }

    @EventListener
    void on(AccountUnused news) {
        var letter = Letter.titled("Votre compte va être supprimé")
                .says("Personne ne s'est connecté avec cette adresse depuis deux ans.")
                .says(
                        "Sans visite de votre part, le compte et ses rôles seront supprimés après le %s. Vous le gardez ? Connectez-vous une fois."
                                .formatted(French.day(news.until())))
                .offers("Me connecter", writer.at("/connexion"))
                .because("Vous recevez ce message parce que cette adresse a un compte sur " + Letter.SERVICE + ".", KEPT);
        outbox.add(Mail.of(Kind.ACCOUNT, news.mail(), letter));
    }

    @EventListener
    @Order(1)
    void on(AccountRemoved news) {
        var letter = Letter.titled("Votre compte est supprimé")
                .says("Votre compte sur " + Letter.SERVICE + " et ses rôles sont supprimés. Il n'y a plus rien à faire.")
                .because(
                        "Vous recevez ce dernier message parce que cette adresse était celle du compte.",
                        "Ce message est effacé de la plateforme dans trente jours.");
        outbox.add(Mail.of(Kind.ACCOUNT, news.mail(), letter));
    }

    @EventListener
    void on(RoleRemoved news) {
        var letter = Letter.titled("Un de vos rôles sur " + Letter.SERVICE + " prend fin")
                .says("Vous n'avez plus ce rôle : %s.".formatted(news.what()))
                .says("C'est une erreur ? Écrivez à la personne qui coordonne votre territoire.")
                .offers("Voir mes autres rôles", writer.at("/espace"))
                .because("Vous recevez ce message parce que vos rôles viennent de changer.", KEPT);
        outbox.add(Mail.of(Kind.ROLE, news.mail(), letter));
    }
}
