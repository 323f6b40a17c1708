package registration;

import ground.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The same SQL, sent by PostgreSQL's own benchmark: the statements of one confirmed registration, in their order, with
/// the mail that a real one wrote. What is left between the two figures is the application.
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Platform platform;
    private final Mail mail;

    /// What a real registration wrote, sent with each transaction as the application sends it.
    private record Mail(String text, String html, String calendar) {}

    Pgbench(Platform platform, Connection database) throws SQLException {
        this.platform = platform;
        this.mail = realMail(database);
    }

    /// Transactions a second, all on session 0 or each on one of the 200.
    double run(int clients, int seconds, boolean contended) throws IOException, InterruptedException {
        var script = Files.createTempFile("registration", ".sql");
        Files.writeString(script, script(contended));
        var process = new ProcessBuilder(List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=2",
                "--time=" + seconds,
                "--file=" + script,
                "--define=text=" + mail.text(),
                "--define=html=" + mail.html(),
                "--define=calendar=" + mail.calendar(),
                "--host=127.0.0.1",
                "--port=" + platform.databasePort(),
                "--username=preau",
                "postgres"));
        process.environment().put("PGPASSWORD", platform.databasePassword());
        var running = process.redirectErrorStream(true).start();
        var said = new String(running.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Files.delete(script);
        var rate = RATE.matcher(said);
        if (running.waitFor() != 0 || !rate.find()) {
            throw new IOException("pgbench: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")));
    }

    /// Event and edition are read once a second, whoever registers (`database/Lately`): not once a registration.
    private static String script(boolean contended) {
        return """
                \\set number %s
                \\set event :number / 10
                begin;
                insert into registration.registration (id, form_token, key, event_id, session_id, kind, first_name, mail,
                    seats, level, uai, person_id, class_name, pupils, girls, adults, needs, created_at, network, keep_until)
                select gen_random_uuid(), gen_random_uuid(),
                    left(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 27), %s, %s, 'ADULT',
                    'Camille', mail, 1, null, null, null, null, null, null, null, null, now(), 'abcdefghijklmnopqrstuv',
                    current_date
                from (select gen_random_uuid() || '@example.org' as mail) someone
                where registration.people_of(mail, %s) + 1 <= 6
                on conflict do nothing;
                insert into notification.sequence as s (reader, number, written_at)
                values (notification.reader(%s, gen_random_uuid() || '@example.org'), 1, now())
                on conflict (reader) do update
                set number = greatest(s.number + 1, excluded.number), written_at = excluded.written_at
                returning number;
                insert into notification.message (id, kind, about, recipient, reply_to, unsubscribe, subject, text, html,
                    calendar, calendar_method, session, sequence, priority, created_at, useful_until, state, last_error)
                values (gen_random_uuid(), 'REGISTRATION_CONFIRMED', gen_random_uuid(),
                    gen_random_uuid() || '@example.org', null, null, 'Inscription', :text, :html,
                    :calendar, 'PUBLISH', gen_random_uuid(), 1, 1, now(), null, 'WAITING', null);
                update event.session set taken = taken + 1, class_taken = class_taken + 0
                where id = %s and not cancelled and starts_at > now()
                    and 1 <= case when 0 > 0 then class_seats_left else seats_left end;
                commit;
                """.formatted(
                        contended ? "0" : "random(1, 200)",
                        id("9000", "event"),
                        id("8000", "number"),
                        id("8000", "number"),
                        id("8000", "number"),
                        id("8000", "number"));
    }

    private static String id(String family, String variable) {
        return "('00000000-0000-4000-%s-' || lpad((:%s)::text, 12, '0'))::uuid".formatted(family, variable);
    }

    private static Mail realMail(Connection database) throws SQLException {
        try (var sql = database.createStatement();
                var rows = sql.executeQuery(
                        "select text, html, calendar from notification.message where calendar is not null limit 1")) {
            rows.next();
            return new Mail(rows.getString(1), rows.getString(2), rows.getString(3));
        }
    }
}
