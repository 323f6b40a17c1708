package fr.preau.account;

import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Territory;
import fr.preau.territory.Uai;
import org.springframework.stereotype.Component;

/// Roles and their places in French.
@Component
class Roles {
    private final Schools schools;
    private final Organisations organisations;

    Roles(Schools schools, Organisations organisations) {
        this.schools = schools;
        this.organisations = organisations;
    }

    /// « coordinateur ou coordinatrice – Toulouse (académie) », fit to follow « devenir ».
    String named(Role role) {
        var place = place(role);
        return place.isEmpty() ? name(role) : name(role) + " – " + place;
    }

    static String name(Role role) {
        return name(RoleRow.of(role).role());
    }

    static String name(String role) {
        return switch (role) {
            case "PILOT" -> "pilote national";
            case "COORDINATOR" -> "coordinateur ou coordinatrice";
            case "SCHOOL_HEAD" -> "chef ou cheffe d'établissement";
            case "TEACHER" -> "enseignant ou enseignante";
            case "MEMBER" -> "membre";
            default -> throw new IllegalArgumentException("unknown role");
        };
    }

    String place(Role role) {
        return switch (role) {
            case Role.Pilot _ -> "";
            case Role.Coordinator(var territory) -> place(territory);
            case Role.SchoolHead(var school) -> place(school);
            case Role.Teacher(var school) -> place(school);
            case Role.Member(var organisation) ->
                organisations.find(organisation).map(Organisation::name).orElse("organisation inconnue");
        };
    }

    static String place(Territory territory) {
        return "%s (%s)".formatted(territory.name(), territory.level().french());
    }

    private String place(Uai school) {
        return schools.find(school).map(School::label).orElse(school.value());
    }
}
