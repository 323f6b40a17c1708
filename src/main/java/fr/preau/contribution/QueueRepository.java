package fr.preau.contribution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Contributions of online origin that wait for a reader, in these territories.
@Repository
class QueueRepository {
    private static final String WAITING = """
            from contribution.contribution
            where state = 'RECEIVED' and origin = 'ONLINE' and (:everywhere or territory = any(:territories))
            """;

    private final JdbcClient jdbc;
    private final ContributionRepository rows;

    QueueRepository(JdbcClient jdbc, ContributionRepository rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /// `territories` is null for everywhere.
    long count(@Nullable List<String> territories) {
        return bound("select count(*) " + WAITING, territories)
                .query(Long.class)
                .single();
    }

    /// The oldest first.
    List<Contribution> page(@Nullable List<String> territories, int offset, int limit) {
        return bound("select * " + WAITING + " order by number limit :limit offset :offset", territories)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> rows.contribution(row))
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, @Nullable List<String> territories) {
        return jdbc.sql(sql)
                .param("everywhere", territories == null)
                .param("territories", territories == null ? new String[0] : territories.toArray(String[]::new));
    }
}
