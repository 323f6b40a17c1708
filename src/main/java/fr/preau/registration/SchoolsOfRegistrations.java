package fr.preau.registration;

import fr.preau.territory.SchoolReferences;
import fr.preau.territory.Uai;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The schools of pupils and classes on seats or waiting for one.
@Component
class SchoolsOfRegistrations implements SchoolReferences {
    private final JdbcClient jdbc;

    SchoolsOfRegistrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Uai> among(Collection<Uai> schools) {
        return SchoolReferences.found(jdbc, """
                        select uai from registration.registration where uai = any (:uais)
                        union
                        select uai from registration.waiting where uai = any (:uais)
                        """, schools);
    }
}
