package fr.preau.contribution;

import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads it from the table.
@Repository
class ShelfRepository {
    private static final String MATCHING = """
            from contribution.contribution
            where consultation_id = :consultation and state = 'PUBLISHED'
              and (:words = '' or words @@ websearch_to_tsquery('public.french_plain', :words)
                   or 'C-' || number = upper(:words))
              and (:theme = '' or theme = :theme)
              and (:nature = '' or nature = :nature)
              and (:everywhere or territory = any(:territories))
            """;

    private final JdbcClient jdbc;
    private final ContributionRepository rows;
    private final Territories territories;

    ShelfRepository(JdbcClient jdbc, ContributionRepository rows, Territories territories) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.territories = territories;
    }

    long count(Browsing browsing) {
        return bound("select count(*) " + MATCHING, browsing).query(Long.class).single();
    }

    /// The latest reference first.
    List<Contribution> page(Browsing browsing, int offset, int limit) {
        return bound("select * " + MATCHING + " order by number desc limit :limit offset :offset", browsing)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> rows.contribution(row))
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, Browsing browsing) {
        var nature = browsing.nature();
        var territory = browsing.territory();
        return jdbc.sql(sql)
                .param("consultation", browsing.consultation().id().value())
                .param("words", browsing.words())
                .param("theme", browsing.theme())
                .param("nature", nature == null ? "" : nature.name())
                .param("everywhere", territory == null)
                .param("territories", territory == null ? new String[0] : inside(territory));
    }

    private String[] inside(Territory territory) {
        var keys = new ArrayList<String>();
        keys.add(territory.key());
        for (var level : Territory.Level.values()) {
            territories.partsOf(territory, level).forEach(part -> keys.add(part.key()));
        }
        return keys.toArray(String[]::new);
    }
}
