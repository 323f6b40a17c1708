package mail;

import ground.Platform;
import ground.Sink;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/// Letters a second to a mail server that answers in 1 ms and in 50 ms, from one node and from two, and what becomes of
/// them when one of two is killed. Run by `script/bench mail`.
final class MailBench {
    private static final int LETTERS = Integer.getInteger("bench.letters", 6000);
    private static final int SENT_BEFORE = 1_000_000;
    private static final int PATIENCE_SECONDS = 300;

    private final Sink sink;
    private final Connection database;
    private int written;

    private MailBench(Sink sink, Connection database) {
        this.sink = sink;
        this.database = database;
    }

    static void main(String[] arguments) throws Exception {
        var jar = Path.of(arguments[0]);
        try (var sink = new Sink(1);
                var first = Platform.start(jar, options(sink));
                var database = first.database()) {
            new MailBench(sink, database).run(jar, first);
        }
    }

    private static String[] options(Sink sink) {
        return new String[] {"--spring.mail.host=127.0.0.1", "--spring.mail.port=" + sink.port()};
    }

    private void run(Path jar, Platform first) throws Exception {
        past();
        perSecond(1, LETTERS / 2); // the Java machine compiles what it runs often
        var atOne = perSecond(1, LETTERS);
        var atFifty = perSecond(50, LETTERS);
        double two;
        double afterKill;
        try (var second = Platform.beside(first, jar, options(sink))) {
            perSecond(50, LETTERS / 2);
            two = perSecond(50, LETTERS);
            afterKill = kill(second);
        }
        System.out.printf(
                Locale.ROOT,
                "%d lettres, %d déjà parties dans la table ; parties une seconde fois sous le même Message-ID après l'arrêt brutal : %d%n",
                written,
                SENT_BEFORE,
                sink.again());
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"mail\",\"perSecondAt1ms\":%.1f,\"perSecondAt50ms\":%.1f,\"twoNodesAt50ms\":%.1f,\"secondsAfterKill\":%.1f,\"lost\":%d,\"doubled\":%d}%n",
                atOne,
                atFifty,
                two,
                afterKill,
                written - sink.recipients(),
                sink.doubled());
    }

    /// Letters of the month before: they are kept, and must cost nothing.
    private void past() throws SQLException {
        try (var sql = database.createStatement()) {
            sql.execute("""
                    insert into notification.message (id, kind, recipient, subject, text, html, priority, created_at,
                        state, attempts, sent_at)
                    select gen_random_uuid(), 'ROLE', 'lecteur-' || n || '@d' || n %% 5000 || '.example', 'Un courrier',
                        'Bonjour', '<p>Bonjour', 2, now() - interval '10 days', 'SENT', 1, now() - interval '10 days'
                    from generate_series(1, %d) n
                    """.formatted(SENT_BEFORE));
            sql.execute("vacuum analyze notification.message");
        }
    }

    private double perSecond(int millis, int letters) throws Exception {
        sink.answersAfter(millis);
        write(letters);
        var start = System.nanoTime();
        await(written);
        return letters / seconds(start);
    }

    /// Seconds from the kill to the last letter: those the dead node held among them.
    private double kill(Platform second) throws Exception {
        write(LETTERS);
        await(written - LETTERS / 2);
        second.kill();
        var start = System.nanoTime();
        await(written);
        return seconds(start);
    }

    private void await(int recipients) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (sink.recipients() < recipients && System.nanoTime() - end < 0) {
            Thread.sleep(5);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /// Of the size of a confirmation with its calendar file, to two thousand domains.
    private void write(int letters) throws SQLException {
        try (var sql = database.createStatement()) {
            sql.execute("""
                    insert into notification.message (id, kind, recipient, subject, text, html, calendar,
                        calendar_method, session, sequence, priority, created_at, state)
                    select gen_random_uuid(), 'REGISTRATION_CONFIRMED', 'personne-' || n || '@d' || n %% 2000 || '.example',
                        'Votre inscription', repeat('Une heure pour comprendre. ', 40),
                        repeat('<p>Une heure pour comprendre.</p>', 80), repeat('DESCRIPTION:Une heure', 40), 'REQUEST',
                        gen_random_uuid(), 0, 1, now(), 'WAITING'
                    from generate_series(%d, %d) n
                    """.formatted(written + 1, written + letters));
        }
        written += letters;
    }
}
