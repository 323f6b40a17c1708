package fr.preau.account;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrganisationRepository {
    private static final RowMapper<Organisation> ORGANISATION = (row, _) -> new Organisation(
            new OrganisationId(row.getObject("id", UUID.class)),
            row.getString("name"),
            Organisation.Kind.valueOf(row.getString("kind")));

    private final JdbcClient sql;

    OrganisationRepository(JdbcClient sql) {
        this.sql = sql;
    }

    List<Organisation> find(Collection<OrganisationId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("select id, name, kind from account.organisation where id in (:ids)")
                        .param("ids", ids.stream().map(OrganisationId::value).toList())
                        .query(ORGANISATION)
                        .list();
    }

    List<String> mailsOf(OrganisationId id) {
        return sql.sql("""
                        select p.mail from account.membership m join account.person p on p.id = m.person_id
                        where m.organisation_id = :id order by m.since, p.mail
                        """)
                .param("id", id.value())
                .query((row, _) -> row.getString("mail"))
                .list();
    }
}
