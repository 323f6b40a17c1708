package fr.preau.school;

import fr.preau.territory.SchoolReferences;
import fr.preau.territory.Uai;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The schools that did something with an edition.
@Component
class SchoolsOfProgrammes implements SchoolReferences {
    private final JdbcClient jdbc;

    SchoolsOfProgrammes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Uai> among(Collection<Uai> schools) {
        return SchoolReferences.found(jdbc, """
                        select uai from school.commitment where uai = any (:uais)
                        union
                        select uai from school.recommendation where uai = any (:uais)
                        union
                        select uai from school.journal where uai = any (:uais)
                        union
                        select uai from school.orientation where uai = any (:uais)
                        """, schools);
    }
}
