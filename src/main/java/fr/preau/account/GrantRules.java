package fr.preau.account;

import fr.preau.territory.Departement;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.territory.Uai;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who may give which role, and who may take it back. Strictly inside a territory means lower in the tree nation ›
/// région académique › académie › département: nobody makes or unmakes their equal, except pilots; a
/// département, which has nothing below it, may have its coordinator name a second one.
@Component
class GrantRules {
    private final Territories territories;
    private final Schools schools;

    GrantRules(Territories territories, Schools schools) {
        this.territories = territories;
        this.schools = schools;
    }

    /// By invitation for a pilot, a coordinator and a member; by confirming a request for a school's staff.
    boolean mayGive(Viewer viewer, Role role) {
        return switch (role) {
            case Role.Pilot _ -> viewer.isPilot();
            case Role.Coordinator(var territory) ->
                viewer.isPilot() || isAbove(viewer, territory) || shares(viewer, territory);
            case Role.SchoolHead(var school) -> steers(viewer, school);
            case Role.Teacher(var school) -> viewer.heads(school) || steers(viewer, school);
            case Role.Member(var organisation) -> viewer.manages(organisation);
        };
    }

    /// The territories this viewer may name coordinators of.
    Stream<Territory> within(Viewer viewer) {
        return Stream.of(
                        territories.regions().stream(),
                        territories.academies().stream(),
                        territories.departements().stream().map(Departement::territory))
                .flatMap(level -> level)
                .filter(territory -> mayGive(viewer, new Role.Coordinator(territory)));
    }

    /// The same people, but not an equal; and each for themselves.
    boolean mayTake(Viewer viewer, Role role, PersonId from) {
        return from.equals(viewer.id()) || mayUndo(viewer, role);
    }

    /// Take back what somebody else gave or offered.
    boolean mayUndo(Viewer viewer, Role role) {
        return mayGive(viewer, role) && !isEqual(viewer, role);
    }

    private boolean isEqual(Viewer viewer, Role role) {
        return role instanceof Role.Coordinator(var territory)
                && !viewer.isPilot()
                && !isAbove(viewer, territory)
                && viewer.coordinated().contains(territory);
    }

    private static boolean shares(Viewer viewer, Territory territory) {
        return territory.level() == Territory.Level.DEPARTEMENT
                && viewer.coordinated().contains(territory);
    }

    private boolean isAbove(Viewer viewer, Territory inner) {
        return viewer.coordinated().stream()
                .anyMatch(own -> own.level().compareTo(inner.level()) < 0 && territories.contains(own, inner));
    }

    private boolean steers(Viewer viewer, Uai school) {
        return viewer.isPilot()
                || schools.find(school)
                        .map(School::departement)
                        .flatMap(territories::departement)
                        .filter((Departement departement) -> viewer.steers(departement))
                        .isPresent();
    }
}
