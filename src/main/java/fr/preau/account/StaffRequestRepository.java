package fr.preau.account;

import fr.preau.territory.Territories;
import fr.preau.territory.Uai;
import fr.preau.web.Pager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StaffRequestRepository {
    private static final String PENDING = """
            from account.staff_request r join account.person p on p.id = r.person_id
            where r.state = 'PENDING' and
            """;
    private static final String VISIBLE = """
            (:everywhere or r.departement in (:departements) or (r.role = 'TEACHER' and r.uai in (:headed)))
            """;
    private static final String COLUMNS = "select r.id, r.role, r.uai, r.asked_at, r.person_id, p.mail, p.name ";

    private final JdbcClient sql;
    private final Territories territories;

    StaffRequestRepository(JdbcClient sql, Territories territories) {
        this.sql = sql;
        this.territories = territories;
    }

    /// Whose requests a viewer answers: all, those of schools of these départements, those to teach where one heads.
    record Answered(boolean everywhere, Set<String> departements, Set<String> headed) {}

    /// The secret sent to the school, and until when it serves.
    record SchoolKey(SecretKey value, Instant until) {}

    /// False when the same was asked already and waits for its answer.
    boolean add(StaffRequest request, String departement, @Nullable SchoolKey key) {
        var row = RoleRow.of(request.role());
        return sql.sql("""
                                insert into account.staff_request
                                    (id, person_id, role, uai, departement, asked_at, hash, expires_at, state)
                                values (:id, :person, :role, :uai, :departement, :now, :hash, :until, 'PENDING')
                                on conflict do nothing
                                """)
                        .param("id", request.id())
                        .param("person", request.person().id().value())
                        .param("role", row.role())
                        .param("uai", row.place())
                        .param("departement", departement)
                        .param("now", request.askedAt().atOffset(ZoneOffset.UTC))
                        .param("hash", key == null ? null : key.value().hash())
                        .param("until", key == null ? null : key.until().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<StaffRequest> find(UUID id) {
        return sql.sql(COLUMNS + PENDING + "r.id = :id")
                .param("id", id)
                .query(this::request)
                .optional();
    }

    Optional<StaffRequest> find(String key, Instant now) {
        return sql.sql(COLUMNS + PENDING + "r.hash = :hash and r.expires_at > :now")
                .param("hash", SecretKey.hash(key))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::request)
                .optional();
    }

    List<StaffRequest> of(PersonId person) {
        return sql.sql(COLUMNS + PENDING + "r.person_id = :person order by r.asked_at")
                .param("person", person.value())
                .query(this::request)
                .list();
    }

    List<StaffRequest> page(Answered answered, int number) {
        return visible(COLUMNS + PENDING + VISIBLE + " order by r.asked_at, r.id limit 20 offset :offset", answered)
                .param("offset", Pager.offset(number))
                .query(this::request)
                .list();
    }

    long count(Answered answered) {
        return visible("select count(*) " + PENDING + VISIBLE, answered)
                .query(Long.class)
                .single();
    }

    /// False when someone else answered first.
    boolean close(UUID id, String state, @Nullable PersonId by, Instant now) {
        return sql.sql("""
                                update account.staff_request set state = :state, decided_at = :now, decided_by = :by
                                where id = :id and state = 'PENDING'
                                """)
                        .param("id", id)
                        .param("state", state)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by == null ? null : by.value())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec visible(String statement, Answered answered) {
        return sql.sql(statement)
                .param("everywhere", answered.everywhere())
                .param("departements", orNone(answered.departements()))
                .param("headed", orNone(answered.headed()));
    }

    /// `in ()` is no SQL.
    private static Set<String> orNone(Set<String> values) {
        return values.isEmpty() ? Set.of("-") : values;
    }

    private StaffRequest request(ResultSet row, int number) throws SQLException {
        return new StaffRequest(
                row.getObject("id", UUID.class),
                new Person(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("mail"),
                        row.getString("name")),
                new RoleRow(row.getString("role"), row.getString("uai")).toRole(territories),
                new Uai(row.getString("uai")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
