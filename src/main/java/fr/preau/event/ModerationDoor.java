package fr.preau.event;

import fr.preau.account.Viewer;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who moderates what. Pilots, everything. Coordinators, what lies wholly in their territory, when the edition
/// delegates; online events and those offered beyond a territory are the nation's.
@Component
class ModerationDoor {
    private static final String ELSEWHERE =
            "Cet événement est modéré ailleurs : par la coordination de son territoire ou par le pilotage national.";

    private final Writes writes;
    private final Editions editions;
    private final Territories territories;

    ModerationDoor(Writes writes, Editions editions, Territories territories) {
        this.writes = writes;
        this.editions = editions;
        this.territories = territories;
    }

    /// To read: what is submitted or what is published lies in the viewer's territory.
    Standing open(UUID id, Viewer viewer) {
        var standing = writes.standing(new EventId(id)).orElseThrow(new NotFound("Cet événement n'existe pas."));
        Forbidden.unless(
                mayModerate(standing.event(), standing.latest().content(), viewer)
                        || (standing.approved() != null
                                && mayModerate(
                                        standing.event(), standing.approved().content(), viewer)),
                ELSEWHERE);
        return standing;
    }

    /// To decide on what is submitted.
    Writing decide(UUID id, OrganiserDoor.Ticket ticket, Viewer viewer) {
        var standing = open(id, viewer);
        Forbidden.unless(mayModerate(standing.event(), standing.latest().content(), viewer), ELSEWHERE);
        return writing(standing, ticket, viewer);
    }

    /// To decide on what is published: its reports, whether it stays, whose it is.
    Moderating afterPublication(UUID id, OrganiserDoor.Ticket ticket, String seen, Viewer viewer) {
        var standing = open(id, viewer);
        Forbidden.unless(mayDecideAfter(standing, viewer), ELSEWHERE);
        return new Moderating(
                writing(standing, ticket, viewer),
                viewer,
                authority(standing.published(), viewer),
                ReportMark.parse(seen));
    }

    boolean mayDecideAfter(Standing standing, Viewer viewer) {
        return mayModerate(standing.event(), standing.published(), viewer);
    }

    /// For which territory this viewer decides: « pilotage national », « coordination, Toulouse (académie) ».
    private String authority(EventContent content, Viewer viewer) {
        var departements = content.departements().stream()
                .flatMap(code -> territories.departement(code).stream())
                .toList();
        return viewer.coordinated().stream()
                .filter(own -> !departements.isEmpty()
                        && departements.stream().allMatch(departement -> departement.isIn(own)))
                .max(Comparator.comparing(Territory::level))
                .map(own -> "coordination, %s (%s)".formatted(own.name(), own.level().french()))
                .orElse("pilotage national");
    }

    boolean mayModerate(EventRecord event, EventContent content, Viewer viewer) {
        if (viewer.isPilot()) {
            return true;
        }
        var codes = content.departements();
        return !codes.isEmpty()
                && editions.find(event.edition()).map(Edition::delegated).orElse(false)
                && codes.stream()
                        .allMatch(code -> territories
                                .departement(code)
                                .map(viewer::steers)
                                .orElse(false));
    }

    /// The queue of this viewer; pilots narrow theirs to a territory, or to what is the nation's.
    ModerationRepository.Scope scope(Viewer viewer, String asked) {
        Forbidden.unless(
                viewer.isPilot() || viewer.isCoordinator(),
                "La modération est faite par les coordinations et le pilotage.");
        var delegated = ModerationRepository.values(editions.all().stream()
                .filter(Edition::delegated)
                .map(Edition::id)
                .toList());
        if (!viewer.isPilot()) {
            return new ModerationRepository.Scope(ModerationRepository.Scope.Kind.WITHIN, steered(viewer), delegated);
        }
        if (asked.equals("national")) {
            return new ModerationRepository.Scope(ModerationRepository.Scope.Kind.NATIONAL, Set.of(), delegated);
        }
        return territories
                .find(asked)
                .map(territory -> new ModerationRepository.Scope(
                        ModerationRepository.Scope.Kind.WITHIN, territories.codesOf(territory), delegated))
                .orElse(new ModerationRepository.Scope(ModerationRepository.Scope.Kind.ALL, Set.of(), List.of()));
    }

    private Set<String> steered(Viewer viewer) {
        return territories.departements().stream()
                .filter(viewer::steers)
                .map(Departement::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Writing writing(Standing standing, OrganiserDoor.Ticket ticket, Viewer viewer) {
        return new Writing(standing.event().id(), ticket.lock(), ticket.jeton(), viewer.person(), viewer.name());
    }
}
