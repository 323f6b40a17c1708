package fr.preau.territory;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How the schools that an import changed were before it (`territory.import_undo`).
@Repository
class UndoRepository {
    private static final String COLUMNS = """
            name, kind, nature, tracks, public_sector, address, postcode, commune_code, commune, departement,
            latitude, longitude, mail, open, by_hand""";
    private static final String EARLIER = COLUMNS.replaceAll("(\\w+)", "earlier.$1");

    private final JdbcClient jdbc;

    UndoRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(UUID run) {
        return jdbc.sql("select count(*)::int from territory.import_undo where run = ?")
                .param(run)
                .query(Integer.class)
                .single();
    }

    /// Those that are no longer as the import left them, told; they are not to be touched.
    List<String> takeChangedOut(UUID run) {
        return jdbc.sql("""
                        delete from territory.import_undo as undo
                         using territory.school
                         where run = ? and school.uai = undo.uai and md5(to_jsonb(school)::text) <> after
                        returning format('%s, %s : changé depuis', school.uai, name)
                        """).param(run).query((row, _) -> row.getString(1)).list();
    }

    List<Uai> created(UUID run) {
        return jdbc.sql("select uai from territory.import_undo where run = ? and before is null")
                .param(run)
                .query((row, _) -> new Uai(row.getString("uai")))
                .list();
    }

    /// These, told, and those with figures of NSI; they are not to be touched.
    List<String> takeOut(UUID run, Collection<Uai> referenced) {
        return jdbc.sql("""
                        delete from territory.import_undo as undo
                         using territory.school
                         where run = :run and before is null and school.uai = undo.uai
                           and (undo.uai = any (:referenced)
                                or exists (select from territory.nsi where nsi.uai = undo.uai))
                        returning format('%s, %s : sert déjà', school.uai, name)
                        """)
                .param("run", run)
                .param("referenced", referenced.stream().map(Uai::value).toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    List<String> remove(UUID run) {
        return jdbc.sql("""
                        delete from territory.school
                         using territory.import_undo as undo
                         where run = ? and before is null and school.uai = undo.uai
                        returning format('%s, %s', school.uai, name)
                        """).param(run).query((row, _) -> row.getString(1)).list();
    }

    List<String> restore(UUID run) {
        return jdbc.sql("""
                        with earlier as (
                            select (jsonb_populate_record(null::territory.school, before)).*
                              from territory.import_undo where run = ? and before is not null
                        )
                        update territory.school as known
                           set (%s) = row (%s)
                          from earlier
                         where earlier.uai = known.uai
                        returning format('%%s, %%s', known.uai, known.name)
                        """.formatted(COLUMNS, EARLIER))
                .param(run)
                .query((row, _) -> row.getString(1))
                .list();
    }

    void forget(UUID run) {
        jdbc.sql("delete from territory.import_undo where run = ?").param(run).update();
    }
}
