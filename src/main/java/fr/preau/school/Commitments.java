package fr.preau.school;

import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The schools whose head put an edition in the school's yearly programme [SNSI A6].
@Service
public class Commitments {
    private final JdbcClient jdbc;

    Commitments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<Uai> committed(EditionId edition) {
        return new HashSet<>(jdbc.sql("select uai from school.commitment where edition_id = ?")
                .param(edition.value())
                .query((row, _) -> new Uai(row.getString("uai")))
                .list());
    }
}
