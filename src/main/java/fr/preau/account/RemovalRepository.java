package fr.preau.account;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What an account leaves in this module's other tables.
@Repository
class RemovalRepository {
    private static final List<String> TRACES = List.of(
            "delete from account.staff_request where person_id = :person",
            "delete from account.address_change where person_id = :person",
            "delete from account.invitation where mail = :mail",
            "delete from account.sign_in_link where mail = :mail",
            // A session is named after its person; one of a namesake ends too, and signs in again.
            "delete from account.session where principal_name in (:mail, nullif(:name, ''))");

    private final JdbcClient sql;

    RemovalRepository(JdbcClient sql) {
        this.sql = sql;
    }

    void forget(Person person) {
        for (var trace : TRACES) {
            var statement = sql.sql(trace);
            if (trace.contains(":person")) {
                statement = statement.param("person", person.id().value());
            }
            if (trace.contains(":mail")) {
                statement = statement.param("mail", person.mail());
            }
            if (trace.contains(":name")) {
                statement = statement.param("name", person.name());
            }
            statement.update();
        }
    }
}
