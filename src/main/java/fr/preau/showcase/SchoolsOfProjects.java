package fr.preau.showcase;

import fr.preau.territory.SchoolReferences;
import fr.preau.territory.Uai;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The schools that projects come from.
@Component
class SchoolsOfProjects implements SchoolReferences {
    private final JdbcClient jdbc;

    SchoolsOfProjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Uai> among(Collection<Uai> schools) {
        return SchoolReferences.found(jdbc, """
                        select uai from showcase.project where uai = any (:uais)
                        """, schools);
    }
}
