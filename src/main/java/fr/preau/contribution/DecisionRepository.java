package fr.preau.contribution;

import fr.preau.account.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which account published, masked, removed or corrected what.
@Repository
class DecisionRepository {
    enum Action {
        PUBLISH,
        MASK,
        REMOVE,
        CORRECT,
        ERASE_VERSION
    }

    private final JdbcClient jdbc;

    DecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when this form was sent before.
    boolean insert(UUID form, ContributionId contribution, Action action, PersonId by, Instant now) {
        return jdbc.sql("""
                        insert into contribution.decision (id, contribution_id, action, at, by_person)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(form, contribution.value(), action.name(), ReportRepository.at(now), by.value())
                        .update()
                == 1;
    }

    boolean knows(UUID form) {
        return jdbc.sql("select exists (select from contribution.decision where id = ?)")
                .param(form)
                .query(Boolean.class)
                .single();
    }

    int due(Instant before) {
        return jdbc.sql("select count(*)::int from contribution.decision where at < ?")
                .param(ReportRepository.at(before))
                .query(Integer.class)
                .single();
    }

    int forget(Instant before, int most) {
        return jdbc.sql("""
                        delete from contribution.decision where id = any(array(
                            select id from contribution.decision where at < ? limit ? for update skip locked))
                        """).params(ReportRepository.at(before), most).update();
    }
}
