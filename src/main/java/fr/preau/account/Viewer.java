package fr.preau.account;

import fr.preau.territory.Departement;
import fr.preau.territory.Territory;
import fr.preau.territory.Uai;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whoever asks for a page, and the one place that decides what they may do. A controller takes it as an argument; the
/// roles are those of this very request, so that a role taken away is gone at once.
///
/// `id` and `mail` are null for a visitor who is not signed in.
public record Viewer(@Nullable PersonId id, @Nullable String mail, String name, Set<Role> roles) {
    public static final Viewer ANYONE = new Viewer(null, null, "", Set.of());

    public boolean isSignedIn() {
        return id != null;
    }

    /// The signed-in person; a bug if nobody is (pages under `/espace/` always have one).
    public PersonId person() {
        if (id == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return id;
    }

    /// What to call them: their name, or their address while they gave none.
    public String label() {
        return name.isEmpty() ? String.valueOf(mail) : name;
    }

    public boolean isPilot() {
        return roles.contains(new Role.Pilot());
    }

    public boolean isCoordinator() {
        return roles.stream().anyMatch(Role.Coordinator.class::isInstance);
    }

    /// Moderate, see and steer what happens in this département.
    public boolean steers(Departement departement) {
        return isPilot()
                || roles.stream()
                        .anyMatch(
                                role -> role instanceof Role.Coordinator(var territory) && departement.isIn(territory));
    }

    /// Publish for this organisation and see who registers to its events.
    public boolean actsFor(OrganisationId organisation) {
        return roles.contains(new Role.Member(organisation));
    }

    /// Choose who publishes for this organisation and correct what is said of it: pilots too, for the day its only
    /// member is gone.
    public boolean manages(OrganisationId organisation) {
        return isPilot() || actsFor(organisation);
    }

    /// The territories this person coordinates.
    public Set<Territory> coordinated() {
        return roles.stream()
                .filter(Role.Coordinator.class::isInstance)
                .map(role -> ((Role.Coordinator) role).territory())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The schools this person heads.
    public Set<Uai> headed() {
        return roles.stream()
                .filter(Role.SchoolHead.class::isInstance)
                .map(role -> ((Role.SchoolHead) role).school())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Book seats for classes of this school.
    public boolean booksFor(Uai school) {
        return roles.contains(new Role.Teacher(school)) || roles.contains(new Role.SchoolHead(school));
    }

    /// See everything this school booked.
    public boolean heads(Uai school) {
        return roles.contains(new Role.SchoolHead(school));
    }

    public Set<OrganisationId> organisations() {
        return roles.stream()
                .filter(Role.Member.class::isInstance)
                .map(role -> ((Role.Member) role).organisation())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The schools this person teaches at or heads.
    public Set<Uai> schools() {
        return roles.stream()
                .flatMap(role -> switch (role) {
                    case Role.Teacher(var school) -> java.util.stream.Stream.of(school);
                    case Role.SchoolHead(var school) -> java.util.stream.Stream.of(school);
                    case Role.Pilot _, Role.Coordinator _, Role.Member _ -> java.util.stream.Stream.empty();
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
