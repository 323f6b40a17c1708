package fr.preau.account;

import fr.preau.territory.Territories;
import fr.preau.web.Pager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    List<PersonId> moderators() {
        return sql.sql("select distinct person_id from account.role_grant where role in ('PILOT', 'COORDINATOR')")
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /// False when the person already had the role. `departement` is the school's, null for other roles.
    boolean add(PersonId person, Role role, @Nullable String departement, Instant now) {
        var insert = role instanceof Role.Member ? """
                  insert into account.membership (person_id, organisation_id, since)
                  values (:person, cast(:place as uuid), :now) on conflict do nothing
                  """ : """
                  insert into account.role_grant (person_id, role, place, departement, granted_at)
                  values (:person, :role, :place, :departement, :now) on conflict do nothing
                  """;
        return of(person, role, insert)
                        .param("departement", departement)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean remove(PersonId person, Role role) {
        var delete = role instanceof Role.Member
                ? """
                  delete from account.membership
                  where person_id = :person and organisation_id = cast(:place as uuid)
                  """
                : "delete from account.role_grant where person_id = :person and role = :role and place = :place";
        return of(person, role, delete).update() == 1;
    }

    boolean holds(PersonId person, Role role) {
        return of(person, role, """
                        select exists (select from account.held_role
                                       where person_id = :person and role = :role and place = :place)
                        """).query(Boolean.class).single();
    }

    /// Those who hold a role of which one must stay, kept as they are until the transaction ends: of two removals at
    /// once, the second counts after the first.
    List<PersonId> lockHolders(Role role) {
        var holders = role instanceof Role.Member
                ? """
                  select person_id from account.membership where organisation_id = cast(:place as uuid)
                  order by person_id for update
                  """
                : "select person_id from account.role_grant where role = :role and place = :place order by person_id for update";
        return sql.sql(holders)
                .param("role", RoleRow.of(role).role())
                .param("place", RoleRow.of(role).place())
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    int countHolders(Role role) {
        return sql.sql("select count(*)::int from account.held_role where role = :role and place = :place")
                .param("role", RoleRow.of(role).role())
                .param("place", RoleRow.of(role).place())
                .query(Integer.class)
                .single();
    }

    /// Who holds roles elsewhere than in an organisation: within `within`, of people whose address or name holds
    /// `words`, by page of 20.
    List<Held> page(Within within, String words, int number) {
        return within(
                        "select p.id, p.mail, p.name, g.role, g.place, g.granted_at " + WITHIN
                                + " order by array_position(array['PILOT', 'COORDINATOR', 'SCHOOL_HEAD', 'TEACHER'], g.role),"
                                + " g.place, p.mail limit 20 offset :offset",
                        within,
                        words)
                .param("offset", Pager.offset(number))
                .query(this::held)
                .list();
    }

    long count(Within within, String words) {
        return within("select count(*) " + WITHIN, within, words)
                .query(Long.class)
                .single();
    }

    /// What a steerer may see: every role, or the coordinators of these territories and the staff of schools of these
    /// départements.
    record Within(boolean everywhere, Set<String> territories, Set<String> departements) {}

    private static final String WITHIN = """
            from account.role_grant g join account.person p on p.id = g.person_id
            where (:everywhere or (g.role = 'COORDINATOR' and g.place in (:territories))
                   or (g.role in ('SCHOOL_HEAD', 'TEACHER') and g.departement in (:departements)))
              and (:words = '' or p.mail like :words or public.plain(p.name) like public.plain(:words) or g.place like upper(:words))
            """;

    private JdbcClient.StatementSpec within(String statement, Within within, String words) {
        return sql.sql(statement)
                .param("everywhere", within.everywhere())
                .param("territories", orNone(within.territories()))
                .param("departements", orNone(within.departements()))
                .param("words", words);
    }

    /// `in ()` is no SQL.
    private static Set<String> orNone(Set<String> values) {
        return values.isEmpty() ? Set.of("-") : values;
    }

    private Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                new Person(new PersonId(row.getObject("id", UUID.class)), row.getString("mail"), row.getString("name")),
                new RoleRow(row.getString("role"), row.getString("place")).toRole(territories),
                row.getObject("granted_at", OffsetDateTime.class).toInstant());
    }

    private JdbcClient.StatementSpec of(PersonId person, Role role, String statement) {
        var row = RoleRow.of(role);
        return sql.sql(statement)
                .param("person", person.value())
                .param("role", row.role())
                .param("place", row.place());
    }
}
