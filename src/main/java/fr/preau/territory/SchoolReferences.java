package fr.preau.territory;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who refers to schools: a bean of each module that keeps their UAI. A school somebody refers to does not leave the
/// directory when the import that brought it is taken back.
public interface SchoolReferences {
    /// Those of these schools that the module refers to.
    Set<Uai> among(Collection<Uai> schools);

    /// What a module answers from its own tables: `select` gives their `uai`, among those of `:uais`.
    static Set<Uai> found(JdbcClient jdbc, String select, Collection<Uai> schools) {
        return jdbc
                .sql(select)
                .param("uais", schools.stream().map(Uai::value).toArray(String[]::new))
                .query((row, _) -> new Uai(row.getString("uai")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
