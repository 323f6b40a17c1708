package fr.preau.showcase;

import fr.preau.account.Viewer;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who enters where: a school's own teachers and head write its projects; the coordination of its territory moderates
/// them when the edition delegates, and pilots always.
@Component
class ProjectDoor {
    private static final String ELSEWHERE =
            "Ce projet est modéré ailleurs : par la coordination de son territoire ou par le pilotage national.";

    private final ProjectRepository projects;
    private final Editions editions;
    private final Territories territories;

    ProjectDoor(ProjectRepository projects, Editions editions, Territories territories) {
        this.projects = projects;
        this.editions = editions;
        this.territories = territories;
    }

    Project open(UUID id, Viewer viewer) {
        var project = find(id);
        Forbidden.unless(
                viewer.booksFor(project.school()),
                "Ce projet est celui d'un autre établissement : seuls ses enseignants et sa direction y ont accès.");
        return project;
    }

    /// The same, for someone about to write.
    ProjectWriting write(UUID id, ProjectWriting.Ticket ticket, Viewer viewer) {
        return ProjectWriting.of(open(id, viewer), ticket, viewer);
    }

    Project moderate(UUID id, Viewer viewer) {
        var project = find(id);
        Forbidden.unless(mayModerate(project, viewer), ELSEWHERE);
        return project;
    }

    ProjectWriting decide(UUID id, ProjectWriting.Ticket ticket, Viewer viewer) {
        return ProjectWriting.of(moderate(id, viewer), ticket, viewer);
    }

    /// What this viewer may moderate. `mine` leaves to pilots only what no coordinator can decide.
    ProjectQueueRepository.Scope scope(Viewer viewer, boolean mine) {
        Forbidden.unless(
                viewer.isPilot() || viewer.isCoordinator(),
                "La modération est faite par les coordinations et le pilotage.");
        var delegated = editions.all().stream()
                .filter(Edition::delegated)
                .map(edition -> edition.id().value())
                .collect(Collectors.toUnmodifiableSet());
        return viewer.isPilot()
                ? new ProjectQueueRepository.Scope(null, mine ? delegated : Set.of(), true)
                : new ProjectQueueRepository.Scope(steered(viewer), delegated, false);
    }

    private boolean mayModerate(Project project, Viewer viewer) {
        return viewer.isPilot()
                || (editions.find(project.edition()).map(Edition::delegated).orElse(false)
                        && territories
                                .departement(project.departement())
                                .map(viewer::steers)
                                .orElse(false));
    }

    private Set<String> steered(Viewer viewer) {
        return territories.departements().stream()
                .filter(viewer::steers)
                .map(Departement::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Project find(UUID id) {
        return projects.find(new ProjectId(id)).orElseThrow(new NotFound("Ce projet n'existe pas."));
    }
}
