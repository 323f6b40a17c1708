package fr.preau.school;

import fr.preau.territory.SchoolReferences;
import fr.preau.territory.Uai;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
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
        return jdbc
                .sql("""
                        select uai from school.commitment where uai = any (:uais)
                        union
                        select uai from school.recommendation where uai = any (:uais)
                        union
                        select uai from school.journal where uai = any (:uais)
                        union
                        select uai from school.orientation where uai = any (:uais)
                        """)
                .param("uais", schools.stream().map(Uai::value).toArray(String[]::new))
                .query((row, _) -> new Uai(row.getString("uai")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
