package fr.preau.attendance;

import fr.preau.registration.RegistrationId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The short codes people have seen.
@Repository
class TicketRepository {
    private final JdbcClient jdbc;

    TicketRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void remember(Ticket ticket) {
        jdbc.sql("insert into attendance.ticket (registration_id, code) values (?, ?) on conflict do nothing")
                .param(ticket.registration().value())
                .param(ticket.code().value())
                .update();
    }

    /// Among all sessions two tickets may have one code.
    List<RegistrationId> find(HumanCode code) {
        return jdbc.sql("select registration_id from attendance.ticket where code = ? limit 10")
                .param(code.value())
                .query((row, _) -> new RegistrationId(row.getObject("registration_id", UUID.class)))
                .list();
    }
}
