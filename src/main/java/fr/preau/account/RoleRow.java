package fr.preau.account;

import fr.preau.territory.Territories;
import fr.preau.territory.Uai;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/// A role as the tables and forms write it: its name and where it holds.
record RoleRow(String role, String place) {
    static RoleRow of(Role role) {
        return switch (role) {
            case Role.Pilot _ -> new RoleRow("PILOT", "");
            case Role.Coordinator(var territory) -> new RoleRow("COORDINATOR", territory.key());
            case Role.SchoolHead(var school) -> new RoleRow("SCHOOL_HEAD", school.value());
            case Role.Teacher(var school) -> new RoleRow("TEACHER", school.value());
            case Role.Member(var organisation) ->
                new RoleRow("MEMBER", organisation.value().toString());
        };
    }

    Role toRole(Territories territories) {
        return switch (role) {
            case "PILOT" -> new Role.Pilot();
            case "COORDINATOR" -> new Role.Coordinator(territories.find(place).orElseThrow());
            case "SCHOOL_HEAD" -> new Role.SchoolHead(new Uai(place));
            case "TEACHER" -> new Role.Teacher(new Uai(place));
            case "MEMBER" -> new Role.Member(new OrganisationId(UUID.fromString(place)));
            default -> throw new IllegalStateException("unknown role");
        };
    }

    /// What a form sent; empty when it names no role.
    static Optional<Role> parse(String role, String place, Territories territories) {
        try {
            return Optional.of(new RoleRow(role, place).toRole(territories));
        } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException _) {
            return Optional.empty();
        }
    }
}
