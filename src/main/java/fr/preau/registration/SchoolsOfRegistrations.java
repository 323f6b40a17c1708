package fr.preau.registration;

import fr.preau.territory.SchoolReferences;
import fr.preau.territory.Uai;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
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
        return jdbc
                .sql("""
                        select uai from registration.registration where uai = any (:uais)
                        union
                        select uai from registration.waiting where uai = any (:uais)
                        """)
                .param("uais", schools.stream().map(Uai::value).toArray(String[]::new))
                .query((row, _) -> new Uai(row.getString("uai")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
