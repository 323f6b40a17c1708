package fr.preau.synthesis;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A publication never changes, but for the law: what showed a contribution that had to be removed is served no more,
/// says why, and keeps the digests of what it was.
@Component
class PublicationWithdrawal {
    private final JdbcClient database;

    PublicationWithdrawal(JdbcClient database) {
        this.database = database;
    }

    void withdrawWhatShows(UUID contribution, String reason) {
        withdraw("""
                update synthesis.publication p set withdrawn = :reason
                where withdrawn is null and exists (select from synthesis.published_item i
                    where i.publication_id = p.id and i.source_id = :contribution)
                """, contribution, reason);
        withdraw("""
                update synthesis.published_file f set bytes = null
                where exists (select from synthesis.published_item i
                    where i.publication_id = f.publication_id and i.source_id = :contribution)
                """, contribution, reason);
        withdraw("update synthesis.published_item set text = '' where source_id = :contribution", contribution, reason);
    }

    private void withdraw(String sql, UUID contribution, String reason) {
        database.sql(sql)
                .param("contribution", contribution)
                .param("reason", reason)
                .update();
    }
}
