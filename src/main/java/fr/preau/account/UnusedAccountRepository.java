package fr.preau.account;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UnusedAccountRepository {
    /// The last pilot is neither warned nor removed.
    private static final String NOT_THE_LAST_PILOT = """
             and not (exists (select from account.role_grant g where g.person_id = p.id and g.role = 'PILOT')
                and (select count(*) from account.role_grant where role = 'PILOT') = 1)
            """;

    private static final String DUE =
            " from account.person p where p.warned_on < :before and p.removed_at is null" + NOT_THE_LAST_PILOT;

    private final JdbcClient sql;

    UnusedAccountRepository(JdbcClient sql) {
        this.sql = sql;
    }

    /// Marks as warned those last seen before `unused`, and gives their addresses.
    List<String> warn(LocalDate today, LocalDate unused, int most) {
        return sql.sql("""
                        update account.person set warned_on = :today where id in (
                            select p.id from account.person p
                            where p.last_seen < :unused and p.warned_on is null and p.removed_at is null %s
                            limit :most for update skip locked)
                        returning mail
                        """.formatted(NOT_THE_LAST_PILOT))
                .param("today", today)
                .param("unused", unused)
                .param("most", most)
                .query((row, _) -> row.getString("mail"))
                .list();
    }

    int countDue(LocalDate warnedBefore) {
        return sql.sql("select count(*)::int" + DUE)
                .param("before", warnedBefore)
                .query(Integer.class)
                .single();
    }

    List<PersonId> due(LocalDate warnedBefore, int most) {
        return sql.sql("select p.id" + DUE + " limit :most for update of p skip locked")
                .param("before", warnedBefore)
                .param("most", most)
                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }
}
