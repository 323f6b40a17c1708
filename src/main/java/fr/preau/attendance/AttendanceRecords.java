package fr.preau.attendance;

import fr.preau.registration.RegistrationId;
import fr.preau.registration.RegistrationRecords;
import fr.preau.retention.Kept;
import fr.preau.web.French;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the door and the certificates keep about one registration, as its owner may read it.
@Component
@Order(10)
class AttendanceRecords implements RegistrationRecords {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final JdbcClient jdbc;

    AttendanceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Kept> about(RegistrationId registration) {
        var entries = Stream.concat(arrivals(registration), certificates(registration))
                .toList();
        return entries.isEmpty() ? List.of() : List.of(new Kept("Le jour venu", entries));
    }

    private Stream<SequencedMap<String, String>> arrivals(RegistrationId registration) {
        return jdbc
                .sql("select here, presumed, since from attendance.arrival where registration_id = ?")
                .param(registration.value())
                .query((row, _) -> Kept.entry(
                        "Présence",
                        row.getBoolean("here") ? row.getBoolean("presumed") ? "présumée" : "notée" : "absence notée",
                        "Jour",
                        day(row.getObject("since", OffsetDateTime.class))))
                .list()
                .stream();
    }

    private Stream<SequencedMap<String, String>> certificates(RegistrationId registration) {
        return jdbc
                .sql("select code, issued_at from attendance.certificate where registration_id = ?")
                .param(registration.value())
                .query((row, _) -> Kept.entry(
                        "Attestation",
                        row.getString("code"),
                        "Demandée",
                        day(row.getObject("issued_at", OffsetDateTime.class))))
                .list()
                .stream();
    }

    private static String day(OffsetDateTime moment) {
        return French.day(moment.atZoneSameInstant(PARIS).toLocalDate());
    }
}
