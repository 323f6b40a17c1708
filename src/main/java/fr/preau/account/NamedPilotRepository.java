package fr.preau.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whom the configuration named pilot already, as digests.
@Repository
class NamedPilotRepository {
    private final JdbcClient sql;

    NamedPilotRepository(JdbcClient sql) {
        this.sql = sql;
    }

    /// False when this address was named at an earlier start.
    boolean add(MailAddress mail) {
        return sql.sql("insert into account.named_pilot (digest) values (:digest) on conflict do nothing")
                        .param("digest", SecretKey.hash("pilot " + mail))
                        .update()
                == 1;
    }
}
