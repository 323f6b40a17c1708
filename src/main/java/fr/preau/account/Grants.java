package fr.preau.account;

import fr.preau.account.JournalEntry.Action;
import fr.preau.account.JournalEntry.Subject;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Uai;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives and takes roles. Each time, in one transaction: the role, a line of the journal, the news.
@Service
class Grants {
    private final RoleRepository roles;
    private final JournalRepository journal;
    private final GrantRules rules;
    private final Roles names;
    private final Schools schools;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Grants(
            RoleRepository roles,
            JournalRepository journal,
            GrantRules rules,
            Roles names,
            Schools schools,
            ApplicationEventPublisher news,
            Clock clock) {
        this.roles = roles;
        this.journal = journal;
        this.rules = rules;
        this.names = names;
        this.schools = schools;
        this.news = news;
        this.clock = clock;
    }

    enum Removal {
        DONE,
        NOT_HELD,
        NOT_ALLOWED,
        /// The platform always has a pilot, an organisation always a member.
        LAST
    }

    /// Gives the role without asking who may: the caller did. False when the person had it already.
    @Transactional
    boolean give(Actor actor, Person person, Role role) {
        if (!roles.add(person.id(), role, departement(role), clock.instant())) {
            return false;
        }
        write(Action.GRANTED, actor, role, Subject.of(person));
        if (!person.id().equals(actor.id())) {
            news.publishEvent(new RoleGranted(person.mail(), names.named(role)));
        }
        return true;
    }

    @Transactional
    Removal take(Viewer viewer, Person person, Role role) {
        if (!rules.mayTake(viewer, role, person.id())) {
            return Removal.NOT_ALLOWED;
        }
        if (isKeptByOne(role) && roles.lockHolders(role).stream().allMatch(person.id()::equals)) {
            return roles.holds(person.id(), role) ? Removal.LAST : Removal.NOT_HELD;
        }
        if (!roles.remove(person.id(), role)) {
            return Removal.NOT_HELD;
        }
        write(Action.REMOVED, Actor.of(viewer), role, Subject.of(person));
        if (!person.id().equals(viewer.id())) {
            news.publishEvent(new RoleRemoved(person.mail(), names.named(role)));
        }
        return Removal.DONE;
    }

    @Transactional
    void write(Action action, Actor actor, Role role, Subject subject) {
        journal.add(new JournalEntry(clock.instant(), action, role, names.place(role), actor, subject));
    }

    boolean holds(Person person, Role role) {
        return roles.holds(person.id(), role);
    }

    private static boolean isKeptByOne(Role role) {
        return role instanceof Role.Pilot || role instanceof Role.Member;
    }

    private @Nullable String departement(Role role) {
        return switch (role) {
            case Role.SchoolHead(var school) -> departement(school);
            case Role.Teacher(var school) -> departement(school);
            case Role.Pilot _, Role.Coordinator _, Role.Member _ -> null;
        };
    }

    private @Nullable String departement(Uai school) {
        return schools.find(school).map(School::departement).orElse(null);
    }
}
