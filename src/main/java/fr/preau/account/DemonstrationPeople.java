package fr.preau.account;

import fr.preau.database.Demonstration;
import fr.preau.database.DemonstrationFile;
import fr.preau.territory.Territories;
import fr.preau.territory.Uai;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Someone of every role, whom the demonstration lets anyone be: in two neighbouring territories, so that one can see
/// what stops at the border.
@Component
@Profile("demonstration")
@Order(20)
class DemonstrationPeople implements Demonstration {
    private final Accounts accounts;
    private final Grants grants;
    private final Membership membership;
    private final Territories territories;

    DemonstrationPeople(Accounts accounts, Grants grants, Membership membership, Territories territories) {
        this.accounts = accounts;
        this.grants = grants;
        this.membership = membership;
        this.territories = territories;
    }

    @Override
    @Transactional
    public void play(LocalDate monday) {
        give(person("pilote", "Paule Perrin, pilotage national"), new Role.Pilot());
        give(person("toulouse", "Camille Caussade, académie de Toulouse"), coordinator("ACADEMIE-16"));
        give(person("ariege", "Ariel Ax, département de l'Ariège"), coordinator("DEPARTEMENT-09"));
        give(person("bordeaux", "Benoît Bègles, académie de Bordeaux"), coordinator("ACADEMIE-04"));
        give(person("direction", "Diane Foix, cheffe d'établissement à Foix"), new Role.SchoolHead(FOIX));
        give(person("enseignant", "Émile Foix, enseignant à Foix"), new Role.Teacher(FOIX));
        give(person("enseignante", "Odile Toulouse, enseignante à Toulouse"), new Role.Teacher(TOULOUSE));
        person("nouvelle", "Nina Nouvelle, sans rôle");
        DemonstrationFile.rows("organisations.csv").forEach(this::organisation);
    }

    /// Schools of the fictional directory.
    private static final Uai FOIX = new Uai("9990001X");

    private static final Uai TOULOUSE = new Uai("9990006C");

    private void organisation(CSVRecord row) {
        var name = row.get("name");
        var member = person(row.get("key"), "%s, %s".formatted(row.get("member"), name));
        var id = UUID.nameUUIDFromBytes(("organisation " + row.get("key")).getBytes(StandardCharsets.UTF_8));
        var organisation = new Organisation(new OrganisationId(id), name, Organisation.Kind.valueOf(row.get("kind")));
        membership.create(
                new Viewer(member.id(), member.mail(), member.name(), Set.of()),
                new OrganisationProfile(organisation, row.get("commune"), row.get("departement"), null, null, null),
                true);
    }

    private Person person(String key, String name) {
        return accounts.createForDemonstration(new MailAddress(key + "@demonstration.example"), name);
    }

    private void give(Person person, Role role) {
        grants.give(Actor.CONFIGURATION, person, role);
    }

    private Role coordinator(String territory) {
        return new Role.Coordinator(territories.find(territory).orElseThrow());
    }
}
