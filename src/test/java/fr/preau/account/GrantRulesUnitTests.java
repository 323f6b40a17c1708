package fr.preau.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.preau.territory.ASchool;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.territory.Uai;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantRulesUnitTests {
    private static final Territories TERRITORIES = new Territories();
    private static final School FOIX =
            ASchool.lycee("Lycée de Foix").in("Foix", "09000", "09").school();
    private static final School PAU =
            ASchool.lycee("Lycée de Pau").in("Pau", "64000", "64").school();
    private static final Map<Uai, School> DIRECTORY = Map.of(FOIX.uai(), FOIX, PAU.uai(), PAU);
    private static final OrganisationId OURS = new OrganisationId(UUID.randomUUID());
    private static final OrganisationId THEIRS = new OrganisationId(UUID.randomUUID());

    private final GrantRules rules = new GrantRules(TERRITORIES, directory());

    @ParameterizedTest
    @CsvSource({
        // who,             what,               may
        "pilot,             pilot,              true",
        "pilot,             coordinator 76,     true",
        "pilot,             coordinator 09,     true",
        "pilot,             head foix,          true",
        "pilot,             teacher pau,        true",
        "pilot,             member ours,        true",
        "coordinator 76,    pilot,              false",
        "coordinator 76,    coordinator 76,     false",
        "coordinator 76,    coordinator toulouse, true",
        "coordinator 76,    coordinator 09,     true",
        "coordinator 76,    coordinator bordeaux, false",
        "coordinator 76,    coordinator 33,     false",
        "coordinator toulouse, coordinator 76,  false",
        "coordinator toulouse, coordinator toulouse, false",
        "coordinator toulouse, coordinator 09,  true",
        "coordinator toulouse, coordinator 33,  false",
        "coordinator toulouse, coordinator bordeaux, false",
        "coordinator toulouse, head foix,       true",
        "coordinator toulouse, teacher foix,    true",
        "coordinator toulouse, head pau,        false",
        "coordinator toulouse, teacher pau,     false",
        "coordinator toulouse, teacher unknown, false",
        "coordinator toulouse, member ours,     false",
        "coordinator 09,    coordinator toulouse, false",
        "coordinator 09,    head foix,          true",
        "head foix,         teacher foix,       true",
        "head foix,         head foix,          false",
        "head foix,         teacher pau,        false",
        "head foix,         coordinator 09,     false",
        "teacher foix,      teacher foix,       false",
        "member ours,       member ours,        true",
        "member ours,       member theirs,      false",
        "member ours,       pilot,              false",
        "nobody,            pilot,              false",
        "nobody,            coordinator 09,     false",
        "nobody,            teacher foix,       false",
        "nobody,            member ours,        false"
    })
    void decidesWhoGivesWhat(String who, String what, boolean may) {
        var viewer = viewer(who);
        var someoneElse = new PersonId(UUID.randomUUID());

        assertThat(rules.mayGive(viewer, role(what))).isEqualTo(may);
        assertThat(rules.mayTake(viewer, role(what), someoneElse)).isEqualTo(may);
    }

    @Test
    void letsADepartementsCoordinatorNameASecondOneButNotRemoveThem() {
        var viewer = viewer("coordinator 09");
        var equal = new PersonId(UUID.randomUUID());

        assertThat(rules.mayGive(viewer, role("coordinator 09"))).isTrue();
        assertThat(rules.mayGive(viewer, role("coordinator 33"))).isFalse();
        assertThat(rules.mayTake(viewer, role("coordinator 09"), equal)).isFalse();
        assertThat(rules.mayTake(viewer("coordinator toulouse"), role("coordinator 09"), equal))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"coordinator 09", "head foix", "teacher foix", "member ours", "pilot"})
    void letsEachLeaveARoleOfTheirOwn(String own) {
        var viewer = viewer(own);

        assertThat(rules.mayTake(viewer, role(own), viewer.person())).isTrue();
    }

    private static Viewer viewer(String who) {
        Set<Role> roles = "nobody".equals(who) ? Set.of() : Set.of(role(who));
        return new Viewer(new PersonId(UUID.randomUUID()), "someone@example.org", "", roles);
    }

    private static Role role(String words) {
        var place = words.substring(words.indexOf(' ') + 1);
        return switch (words.replaceFirst(" .*", "")) {
            case "pilot" -> new Role.Pilot();
            case "coordinator" -> new Role.Coordinator(territory(place));
            case "head" -> new Role.SchoolHead(school(place));
            case "teacher" -> new Role.Teacher(school(place));
            case "member" -> new Role.Member("ours".equals(place) ? OURS : THEIRS);
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static Territory territory(String place) {
        var ariege = TERRITORIES.departement("09").orElseThrow();
        return switch (place) {
            case "76" -> ariege.region();
            case "toulouse" -> ariege.academie();
            case "bordeaux" -> TERRITORIES.departement("33").orElseThrow().academie();
            default -> TERRITORIES.departement(place).orElseThrow().territory();
        };
    }

    private static Uai school(String place) {
        return switch (place) {
            case "foix" -> FOIX.uai();
            case "pau" -> PAU.uai();
            default -> new Uai("0000000A");
        };
    }

    private static Schools directory() {
        var schools = mock(Schools.class);
        when(schools.find(any(Uai.class)))
                .thenAnswer(asked -> Optional.ofNullable(DIRECTORY.get(asked.getArgument(0, Uai.class))));
        return schools;
    }
}
