package fr.preau.territory;

import fr.preau.retention.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The file of a preview, whatever stands in it beside schools, for a day.
@Component
@Order(61)
class ImportFileRetention implements Retention {
    private final JdbcClient jdbc;

    ImportFileRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "territory-import-file";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Aperçu d'un import de l'annuaire",
                List.of("fichier envoyé"),
                "faire l'import après l'avoir relu",
                "personne",
                "jusqu'à l'import, un jour au plus, puis effacé la nuit suivante");
    }

    @Override
    public int due(Instant now) {
        return jdbc.sql("""
                        select count(*)::int from territory.import_file join territory.import_run on id = run
                         where seen_at < ?
                        """).param(dayBefore(now)).query(Integer.class).single();
    }

    @Override
    public int forget(Instant now, int most) {
        return jdbc.sql("""
                        delete from territory.import_file where (run, piece) in (
                            select run, piece from territory.import_file join territory.import_run on id = run
                             where seen_at < ? limit ?)
                        """).param(dayBefore(now)).param(most).update();
    }

    private static OffsetDateTime dayBefore(Instant now) {
        return now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC);
    }
}
