package fr.preau.account;

import fr.preau.account.JournalEntry.Action;
import fr.preau.account.JournalEntry.Subject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Offering a role by mail. It counts only once the person of that address, signed in, accepts it, and only if the one
/// who offered may still give it that day.
@Service
class Invitations {
    static final Duration LIFE = Duration.ofDays(14);
    static final int PER_QUARTER = 20;

    private final InvitationRepository invitations;
    private final Grants grants;
    private final GrantRules rules;
    private final Accounts accounts;
    private final RoleRepository roles;
    private final Roles names;
    private final Attempts attempts;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final String address;

    Invitations(
            InvitationRepository invitations,
            Grants grants,
            GrantRules rules,
            Accounts accounts,
            RoleRepository roles,
            Roles names,
            Attempts attempts,
            ApplicationEventPublisher news,
            Clock clock,
            @Value("${preau.address}") String address) {
        this.invitations = invitations;
        this.grants = grants;
        this.rules = rules;
        this.accounts = accounts;
        this.roles = roles;
        this.names = names;
        this.attempts = attempts;
        this.news = news;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    enum Offer {
        SENT,
        GIVEN,
        ALREADY_HELD,
        TOO_MANY,
        NOT_ALLOWED
    }

    enum Answer {
        ACCEPTED,
        /// Used, expired, withdrawn, or offered by someone who may no longer.
        GONE,
        OTHER_ADDRESS
    }

    /// To a colleague of an organisation an invitation is always sent, so that nobody learns who has an account; a
    /// pilot or a coordinator gives the role at once to whoever has one.
    @Transactional
    Offer offer(Viewer viewer, MailForm form, Role role) {
        var mail = form.mail().orElseThrow();
        if (!rules.mayGive(viewer, role)) {
            return Offer.NOT_ALLOWED;
        }
        var known = accounts.find(mail);
        if (known.isPresent() && roles.holds(known.get().id(), role)) {
            return Offer.ALREADY_HELD;
        }
        if (invitations.exists(form.id())) {
            return Offer.SENT;
        }
        if (attempts.add("invitations " + viewer.person(), clock.instant()).number() > PER_QUARTER) {
            return Offer.TOO_MANY;
        }
        if (known.isPresent() && !(role instanceof Role.Member)) {
            grants.give(Actor.of(viewer), known.get(), role);
            return Offer.GIVEN;
        }
        send(viewer, form, role);
        return Offer.SENT;
    }

    Optional<Invitation> find(String key) {
        return invitations.find(key, clock.instant());
    }

    Optional<Invitation> find(UUID id) {
        return invitations.find(id, clock.instant());
    }

    List<Invitation> to(Viewer viewer) {
        return viewer.mail() == null ? List.of() : invitations.to(viewer.mail(), clock.instant());
    }

    List<Invitation> toRole(Role role) {
        return invitations.toRole(role, clock.instant());
    }

    List<Invitation> by(Viewer viewer) {
        return invitations.by(viewer.person(), clock.instant());
    }

    @Transactional
    Answer accept(Viewer viewer, Invitation invitation) {
        if (!invitation.mail().equals(viewer.mail())) {
            return Answer.OTHER_ADDRESS;
        }
        var inviter = roles.viewer(invitation.invitedBy().value());
        if (!invitations.use(invitation.id(), clock.instant())
                || inviter.filter(one -> rules.mayGive(one, invitation.role())).isEmpty()) {
            return Answer.GONE;
        }
        var person = accounts.find(viewer.person()).orElseThrow();
        grants.give(
                new Actor(invitation.invitedBy(), String.valueOf(inviter.get().mail())), person, invitation.role());
        return Answer.ACCEPTED;
    }

    /// By whoever holds its link or reads its address; false when it was answered meanwhile.
    @Transactional
    boolean decline(Invitation invitation) {
        if (!invitations.withdraw(invitation.id(), clock.instant())) {
            return false;
        }
        var person = MailAddress.parse(invitation.mail()).flatMap(accounts::find);
        var actor = new Actor(person.map(Person::id).orElse(null), invitation.mail());
        grants.write(Action.REFUSED, actor, invitation.role(), new Subject(actor.id(), invitation.mail()));
        return true;
    }

    @Transactional
    boolean withdraw(Viewer viewer, Invitation invitation) {
        var may = viewer.person().equals(invitation.invitedBy()) || rules.mayUndo(viewer, invitation.role());
        if (!may || !invitations.withdraw(invitation.id(), clock.instant())) {
            return false;
        }
        grants.write(Action.WITHDRAWN, Actor.of(viewer), invitation.role(), new Subject(null, invitation.mail()));
        return true;
    }

    private void send(Viewer viewer, MailForm form, Role role) {
        var mail = form.mail().orElseThrow();
        var now = clock.instant();
        invitations.toRole(role, now).stream()
                .filter(earlier -> earlier.mail().equals(mail.value()))
                .forEach(earlier -> invitations.withdraw(earlier.id(), now));
        var key = SecretKey.random();
        invitations.add(new Invitation(form.id(), mail.value(), role, viewer.person(), now.plus(LIFE)), key, now);
        grants.write(Action.INVITED, Actor.of(viewer), role, new Subject(null, mail.value()));
        news.publishEvent(new InvitationSent(
                mail.value(), names.named(role), viewer.label(), address + "/invitation/" + key.value()));
    }
}
