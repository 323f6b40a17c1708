package fr.preau.school;

import fr.preau.account.PersonId;
import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which schools take part in which edition, and how their page is read.
@Repository
class CommitmentRepository {
    private final JdbcClient jdbc;

    CommitmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<Uai> committed(EditionId edition) {
        return new HashSet<>(jdbc.sql("select uai from school.commitment where edition_id = ?")
                .param(edition.value())
                .query((row, _) -> new Uai(row.getString("uai")))
                .list());
    }

    Optional<Commitment> find(EditionId edition, Uai school) {
        return jdbc.sql("select * from school.commitment where edition_id = ? and uai = ?")
                .param(edition.value())
                .param(school.value())
                .query(CommitmentRepository::commitment)
                .optional();
    }

    long countIn(EditionId edition) {
        return jdbc.sql("""
                        select count(*) from (
                            select uai from school.commitment where edition_id = :edition
                            union select uai from school.journal where edition_id = :edition) as school""").param("edition", edition.value()).query(Long.class).single();
    }

    Optional<Commitment> findByKey(String key) {
        return jdbc.sql("select * from school.commitment where link_key = ? and visibility <> 'DRAFT'")
                .param(key)
                .query(CommitmentRepository::commitment)
                .optional();
    }

    /// False when it stands already.
    boolean insert(EditionId edition, Uai school, PersonId by, Instant now) {
        return jdbc.sql("""
                        insert into school.commitment (edition_id, uai, committed_by, committed_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                        .param(edition.value())
                        .param(school.value())
                        .param(by.value())
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// False when there is none.
    boolean delete(EditionId edition, Uai school) {
        return jdbc.sql("delete from school.commitment where edition_id = ? and uai = ?")
                        .param(edition.value())
                        .param(school.value())
                        .update()
                == 1;
    }

    /// The first key drawn stays: what was printed with it goes on opening the page.
    void publish(EditionId edition, Uai school, Visibility visibility, String freshKey) {
        jdbc.sql("""
                        update school.commitment
                        set visibility = :visibility, link_key = coalesce(link_key,
                            case when :visibility = 'LINK' then :key end)
                        where edition_id = :edition and uai = :school
                        """)
                .param("visibility", visibility.name())
                .param("key", freshKey)
                .param("edition", edition.value())
                .param("school", school.value())
                .update();
    }

    /// False when this very form already drew one, or nobody reads by link.
    boolean changeKey(EditionId edition, Uai school, String key, UUID form) {
        return jdbc.sql("""
                        update school.commitment set link_key = :key, last_form = :form
                        where edition_id = :edition and uai = :school and link_key is not null
                            and last_form is distinct from :form
                        """)
                        .param("key", key)
                        .param("form", form)
                        .param("edition", edition.value())
                        .param("school", school.value())
                        .update()
                == 1;
    }

    /// Who committed is known a year.
    int countNamedBefore(Instant then) {
        return jdbc.sql("select count(*) from school.commitment where committed_by is not null and committed_at < ?")
                .param(then.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int forgetNamesBefore(Instant then, int most) {
        return jdbc.sql("""
                        update school.commitment set committed_by = null
                        where (edition_id, uai) in (select edition_id, uai from school.commitment
                            where committed_by is not null and committed_at < ? limit ?)
                        """).param(then.atOffset(ZoneOffset.UTC)).param(most).update();
    }

    private static Commitment commitment(ResultSet row, int number) throws SQLException {
        return new Commitment(
                new EditionId(row.getObject("edition_id", UUID.class)),
                new Uai(row.getString("uai")),
                row.getTimestamp("committed_at").toInstant(),
                Visibility.valueOf(row.getString("visibility")),
                row.getString("link_key"),
                row.getObject("last_form", UUID.class));
    }
}
