package fr.preau.account;

import fr.preau.territory.SchoolReferences;
import fr.preau.territory.Uai;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The schools that people have a role in, or asked for one in.
@Component
class SchoolsOfPeople implements SchoolReferences {
    private final JdbcClient jdbc;

    SchoolsOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Uai> among(Collection<Uai> schools) {
        return jdbc
                .sql("""
                        select uai from account.organisation where uai = any (:uais)
                        union
                        select uai from account.staff_request where uai = any (:uais)
                        union
                        select place from account.role_grant where place = any (:uais)
                        union
                        select place from account.invitation where place = any (:uais)
                        """)
                .param("uais", schools.stream().map(Uai::value).toArray(String[]::new))
                .query((row, _) -> new Uai(row.getString("uai")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
