package fr.preau.account;

import fr.preau.account.JournalEntry.Action;
import fr.preau.account.JournalEntry.Subject;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Removes an account: its name, its address, its roles (each a line of the journal), what it asked for, its sessions.
/// An empty row stays for what it did in shared records. The last pilot stays: a platform nobody steers is lost.
@Service
class AccountRemoval {
    private final PersonRepository people;
    private final RoleRepository roles;
    private final Grants grants;
    private final RemovalRepository traces;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    AccountRemoval(
            PersonRepository people,
            RoleRepository roles,
            Grants grants,
            RemovalRepository traces,
            ApplicationEventPublisher news,
            Clock clock) {
        this.people = people;
        this.roles = roles;
        this.grants = grants;
        this.traces = traces;
        this.news = news;
        this.clock = clock;
    }

    /// False for the last pilot, and for an account already gone.
    @Transactional
    public boolean remove(PersonId id, Actor actor) {
        var person = people.find(id);
        var viewer = roles.viewer(id.value());
        if (person.isEmpty() || viewer.isEmpty() || isLastPilot(viewer.get())) {
            return false;
        }
        for (var role : viewer.get().roles()) {
            roles.remove(id, role);
            grants.write(Action.REMOVED, actor, role, Subject.of(person.get()));
        }
        news.publishEvent(new AccountRemoved(id, person.get().mail()));
        traces.forget(person.get());
        people.remove(id, clock.instant());
        return true;
    }

    boolean isLastPilot(Viewer viewer) {
        return viewer.isPilot() && roles.lockHolders(new Role.Pilot()).stream().allMatch(viewer.person()::equals);
    }
}
