package fr.preau.synthesis;

import fr.preau.consultation.WorkshopId;
import fr.preau.contribution.ContributionId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Where a publication's texts come from, for who tells those who said them.
@Service
public class PublishedSources {
    private final JdbcClient database;

    PublishedSources(JdbcClient database) {
        this.database = database;
    }

    /// The workshops that said something it shows.
    public List<WorkshopId> workshops(UUID publication) {
        return database.sql("""
                        select distinct workshop_id from synthesis.published_item
                        where publication_id = :id and workshop_id is not null order by workshop_id
                        """)
                .param("id", publication)
                .query((row, _) -> new WorkshopId(row.getObject("workshop_id", UUID.class)))
                .list();
    }

    /// Those of these contributions that it shows.
    public Set<ContributionId> among(UUID publication, Collection<ContributionId> contributions) {
        return database
                .sql("""
                        select distinct source_id from synthesis.published_item
                        where publication_id = :id and source_id = any(:ids) and withdrawn is null
                        """)
                .param("id", publication)
                .param("ids", contributions.stream().map(ContributionId::value).toArray(UUID[]::new))
                .query((row, _) -> new ContributionId(row.getObject("source_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
