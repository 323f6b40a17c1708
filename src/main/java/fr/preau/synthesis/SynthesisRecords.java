package fr.preau.synthesis;

import fr.preau.account.AccountRecords;
import fr.preau.account.Person;
import fr.preau.retention.Kept;
import fr.preau.web.French;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is kept of who wrote a synthesis: that they did what they did, never shown but to those who write it with them.
@Component
@Order(67)
class SynthesisRecords implements AccountRecords {
    private final JdbcClient database;

    SynthesisRecords(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Kept> about(Person person) {
        return database.sql("""
                        select (select count(*) from synthesis.disposition where decided_by = :id) as dealt,
                            (select count(*) from synthesis.source_link where made_by = :id) as linked,
                            (select count(*) from synthesis.grouping where made_by = :id) as grouped,
                            (select count(*) from synthesis.suggestion where answered_by = :id) as answered,
                            (select count(*) from synthesis.objection where :id in (made_by, answered_by)) as objected
                        """)
                .param("id", person.id().value())
                .query((row, _) -> List.of(new Kept(
                        "Synthèses de consultations",
                        List.of(Kept.entry(
                                "Éléments traités", French.number(row.getLong("dealt")),
                                "Liens faits", French.number(row.getLong("linked")),
                                "Regroupements", French.number(row.getLong("grouped")),
                                "Rapprochements lus", French.number(row.getLong("answered")),
                                "Objections", French.number(row.getLong("objected")))))))
                .single();
    }
}
