package fr.preau.registration;

import fr.preau.retention.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where a registration came from is of use while its seats may still go to others, and a few days more to look into
/// what happened: forgotten well before the name.
@Component
@Order(4)
class NetworkRetention implements Retention {
    static final int DAYS = 7;

    private static final String REGISTERED = "network is not null and keep_until < :kept";
    private static final String WAITED = "network is not null and ended_at < :ended";

    private final JdbcClient jdbc;

    NetworkRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "registration-network";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Réseau d'où vient une inscription",
                List.of("empreinte du réseau, différente à chaque séance"),
                "voir quand un même réseau prend beaucoup de places, et les rendre à d'autres",
                "l'organisateur et la coordination voient des nombres et des heures, jamais le réseau",
                "sept jours après la séance, ou après avoir quitté la liste d'attente");
    }

    @Override
    public int due(Instant now) {
        return at(now, """
                        select (select count(*) from registration.registration where %s)::int
                            + (select count(*) from registration.waiting where %s)::int
                        """).query(Integer.class).single();
    }

    @Override
    public int forget(Instant now, int most) {
        return at(now, """
                        with gone as (
                            update registration.registration set network = null where id = any(array(
                                select id from registration.registration where %s limit :most for update skip locked))
                            returning id
                        ), left_off as (
                            update registration.waiting set network = null where id = any(array(
                                select id from registration.waiting where %s limit :most for update skip locked))
                            returning id
                        )
                        select (select count(*) from gone)::int + (select count(*) from left_off)::int
                        """).param("most", most).query(Integer.class).single();
    }

    /// A registration's name is kept until so many days after its session ([Keeping]).
    private JdbcClient.StatementSpec at(Instant now, String statement) {
        var today = LocalDate.ofInstant(now, ZoneOffset.ofHours(-12));
        return jdbc.sql(statement.formatted(REGISTERED, WAITED))
                .param("kept", today.plusDays(Keeping.DAYS - DAYS))
                .param("ended", now.atOffset(ZoneOffset.UTC).minusDays(DAYS));
    }
}
