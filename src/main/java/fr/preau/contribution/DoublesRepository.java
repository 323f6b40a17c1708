package fr.preau.contribution;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Other contributions of the territory that may say the same words. The search drops « ne » and « pas »: who asks
/// compares every word afterwards.
@Repository
class DoublesRepository {
    private final JdbcClient jdbc;
    private final ContributionRepository rows;

    DoublesRepository(JdbcClient jdbc, ContributionRepository rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    List<Contribution> of(Contribution contribution) {
        return jdbc.sql("""
                        select * from contribution.contribution
                        where consultation_id = :consultation and id <> :id and state in ('RECEIVED', 'PUBLISHED')
                          and words = to_tsvector('public.french_plain', :text) and territory = :territory
                        order by number limit 20
                        """)
                .param("consultation", contribution.consultation().value())
                .param("id", contribution.id().value())
                .param("text", contribution.text())
                .param("territory", contribution.territory().key())
                .query((row, _) -> rows.contribution(row))
                .list();
    }
}
