package fr.preau.account;

import fr.preau.territory.SchoolReferences;
import fr.preau.territory.Uai;
import java.util.Collection;
import java.util.Set;
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
        return SchoolReferences.found(jdbc, """
                        select uai from account.organisation where uai = any (:uais)
                        union
                        select uai from account.staff_request where uai = any (:uais)
                        union
                        select place from account.role_grant where place = any (:uais)
                        union
                        select place from account.invitation where place = any (:uais)
                        """, schools);
    }
}
