package fr.preau.indicator;

import fr.preau.programme.EditionId;
import fr.preau.registration.GirlsTold;
import fr.preau.territory.Uai;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was published of each edition.
@Repository
class PublishedRepository {
    private final JdbcClient jdbc;

    PublishedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the end of the transaction nobody else publishes for this edition.
    Published lock(EditionId edition) {
        jdbc.sql("insert into indicator.edition (edition) values (?) on conflict do nothing")
                .param(edition.value())
                .update();
        jdbc.sql("select edition from indicator.edition where edition = ? for update")
                .param(edition.value())
                .query()
                .singleRow();
        return new Published(versions(edition), shown(edition));
    }

    void write(EditionId edition, Published before, Published after) {
        after.versions().forEach((departement, versions) -> {
            var known = before.versions().getOrDefault(departement, List.of()).size();
            for (var version = known + 1; version <= versions.size(); version++) {
                write(edition, departement, version, versions.get(version - 1));
            }
        });
        after.shown().forEach((territory, version) -> {
            if (!version.equals(before.shown().get(territory))) {
                show(edition, territory, version);
            }
        });
    }

    private void write(EditionId edition, String departement, int version, Told told) {
        told.schools()
                .forEach((uai, girls) -> jdbc.sql("""
                                insert into indicator.told (edition, departement, version, uai, classes, pupils, girls)
                                values (?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                edition.value(),
                                departement,
                                version,
                                uai.value(),
                                girls.classes(),
                                girls.pupils(),
                                girls.girls())
                        .update());
        jdbc.sql("""
                        insert into indicator.latest (edition, departement, version) values (?, ?, ?)
                        on conflict (edition, departement) do update set version = excluded.version
                        """).params(edition.value(), departement, version).update();
    }

    private void show(EditionId edition, String territory, int version) {
        jdbc.sql("""
                        insert into indicator.shown (edition, territory, version) values (?, ?, ?)
                        on conflict (edition, territory) do update set version = excluded.version
                        """).params(edition.value(), territory, version).update();
    }

    private Map<String, List<Told>> versions(EditionId edition) {
        var told = new HashMap<String, Map<Integer, Map<Uai, GirlsTold>>>();
        jdbc.sql("select departement, version, uai, classes, pupils, girls from indicator.told where edition = ?")
                .param(edition.value())
                .query(row -> {
                    told.computeIfAbsent(row.getString("departement"), _ -> new TreeMap<>())
                            .computeIfAbsent(row.getInt("version"), _ -> new HashMap<>())
                            .put(
                                    new Uai(row.getString("uai")),
                                    new GirlsTold(row.getInt("classes"), row.getInt("pupils"), row.getInt("girls")));
                });
        var versions = new HashMap<String, List<Told>>();
        jdbc.sql("select departement, version from indicator.latest where edition = ?")
                .param(edition.value())
                .query(row -> {
                    var departement = row.getString("departement");
                    versions.put(departement, all(told.getOrDefault(departement, Map.of()), row.getInt("version")));
                });
        return versions;
    }

    private static List<Told> all(Map<Integer, Map<Uai, GirlsTold>> told, int latest) {
        var all = new ArrayList<Told>();
        for (var version = 1; version <= latest; version++) {
            all.add(new Told(told.getOrDefault(version, Map.of())));
        }
        return List.copyOf(all);
    }

    private Map<String, Integer> shown(EditionId edition) {
        var shown = new HashMap<String, Integer>();
        jdbc.sql("select territory, version from indicator.shown where edition = ?")
                .param(edition.value())
                .query(row -> {
                    shown.put(row.getString("territory"), row.getInt("version"));
                });
        return shown;
    }
}
