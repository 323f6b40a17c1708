package fr.preau.territory;

import fr.preau.retention.Retention;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who imported the school directory, with which file and what was refused of it, for a year.
@Component
@Order(60)
class ImportRetention implements Retention {
    private final JdbcClient jdbc;

    ImportRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "territory-import";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Import de l'annuaire des établissements",
                List.of("nom de qui importe", "nom du fichier", "lignes refusées"),
                "comprendre une erreur de l'annuaire",
                "le pilotage national",
                "un an");
    }

    @Override
    public int due(Instant now) {
        return jdbc.sql("select count(*)::int from territory.import_run where seen_at < ?")
                .param(aYearBefore(now))
                .query(Integer.class)
                .single();
    }

    @Override
    public int forget(Instant now, int most) {
        return jdbc.sql("""
                        delete from territory.import_run where id in (
                            select id from territory.import_run where seen_at < ? limit ? for update skip locked)
                        """).param(aYearBefore(now)).param(most).update();
    }

    private static OffsetDateTime aYearBefore(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minusYears(1);
    }
}
