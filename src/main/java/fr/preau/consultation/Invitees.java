package fr.preau.consultation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Whom to write to about a workshop, for whoever sends letters.
@Service
public class Invitees {
    private final JdbcClient jdbc;

    Invitees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The addresses of those who had a seat there, each once; those already forgotten are not among them.
    public List<String> of(WorkshopId workshop) {
        return jdbc.sql("""
                        select distinct party.mail from consultation.participant person
                        join consultation.party on party.id = person.party_id
                        where person.workshop_id = ? and party.mail is not null order by party.mail
                        """)
                .param(workshop.value())
                .query((row, _) -> row.getString("mail"))
                .list();
    }
}
