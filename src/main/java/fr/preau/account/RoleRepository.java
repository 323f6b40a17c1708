package fr.preau.account;

import fr.preau.territory.Territories;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoleRepository {
    private final JdbcClient sql;
    private final Territories territories;

    RoleRepository(JdbcClient sql, Territories territories) {
        this.sql = sql;
        this.territories = territories;
    }

    /// Who this person is and all they may do, in one query; empty when they are gone.
    Optional<Viewer> viewer(UUID person) {
        return sql.sql("""
                        select p.mail, p.name, r.role, r.place
                        from account.person p left join account.held_role r on r.person_id = p.id
                        where p.id = :id
                        """).param("id", person).query(rows -> {
            String mail = null;
            var name = "";
            var roles = new HashSet<Role>();
            while (rows.next()) {
                mail = rows.getString("mail");
                name = rows.getString("name");
                if (rows.getString("role") != null) {
                    roles.add(new RoleRow(rows.getString("role"), rows.getString("place")).toRole(territories));
                }
            }
            return mail == null
                    ? Optional.empty()
                    : Optional.of(new Viewer(new PersonId(person), mail, name, Set.copyOf(roles)));
        });
    }

    /// Whether this is news: false when the person already had the role.
    boolean add(PersonId person, Role role, Instant now) {
        var row = RoleRow.of(role);
        var insert = role instanceof Role.Member ? """
                  insert into account.membership (person_id, organisation_id, since)
                  select :person, cast(:place as uuid), :now where :role = 'MEMBER' on conflict do nothing
                  """ : """
                  insert into account.role_grant (person_id, role, place, granted_at)
                  values (:person, :role, :place, :now) on conflict do nothing
                  """;
        return sql.sql(insert)
                        .param("person", person.value())
                        .param("role", row.role())
                        .param("place", row.place())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
