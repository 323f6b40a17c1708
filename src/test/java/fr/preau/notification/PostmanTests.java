package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.event.CalendarFile;
import fr.preau.notification.Message.State;
import fr.preau.retention.Retention;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PreauTest
@ExtendWith(OutputCaptureExtension.class)
class PostmanTests {
    private final Postman postman;
    private final Carrier carrier;
    private final SmtpServer server;
    private final OutboxHealthIndicator health;
    private final Weather weather;
    private final SmtpLines lines;
    private final Outbox outbox;
    private final MessageRepository messages;
    private final DueMessages due;
    private final MessageListRepository lists;
    private final Retention forgetting;
    private final SequenceRepository sequences;
    private final JavaMailSenderImpl settings;
    private final SettableClock clock;
    private final TransactionTemplate transactions;
    private final JdbcClient db;
    private final Post post;
    private int port;
    private String host = "";
    private Properties properties = new Properties();

    @Autowired
    PostmanTests(
            Postman postman,
            Carrier carrier,
            SmtpServer server,
            OutboxHealthIndicator health,
            Weather weather,
            SmtpLines lines,
            Outbox outbox,
            MessageRepository messages,
            DueMessages due,
            MessageListRepository lists,
            @Qualifier("mailMessages") Retention forgetting,
            SequenceRepository sequences,
            JavaMailSenderImpl settings,
            SettableClock clock,
            TransactionTemplate transactions,
            JdbcClient db,
            GreenMail greenMail) {
        this.db = db;
        this.postman = postman;
        this.carrier = carrier;
        this.server = server;
        this.health = health;
        this.weather = weather;
        this.lines = lines;
        this.outbox = outbox;
        this.messages = messages;
        this.due = due;
        this.lists = lists;
        this.forgetting = forgetting;
        this.sequences = sequences;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
        this.post = new Post(outbox, transactions, db, greenMail);
    }

    @BeforeEach
    void rememberTheServer() {
        port = settings.getPort();
        host = String.valueOf(settings.getHost());
        properties = (Properties) settings.getJavaMailProperties().clone();
        await().atMost(Duration.ofMinutes(1)).until(postman::isIdle);
        lines.close();
    }

    @AfterEach
    void putServerAndClockBack() {
        settings.setHost(host);
        settings.setPort(port);
        settings.setUsername(null);
        settings.setPassword(null);
        settings.setJavaMailProperties(properties);
        IntStream.range(0, 500).forEach(_ -> weather.answered());
        clock.reset();
    }

    @Test
    void deliversOnce() {
        var recipient = Post.someone();
        var id = post.write(recipient);

        awaitState(id, State.SENT);
        postman.look();

        assertThat(post.receivedBy(recipient)).hasSize(1);
    }

    @Test
    void belongsToTheTransactionOfItsFact() {
        var recipient = Post.someone();
        transactions.executeWithoutResult(transaction -> {
            outbox.add(Mail.of(Kind.ROLE, recipient, Post.letter("Rien de cela n'est arrivé")));
            transaction.setRollbackOnly();
        });
        awaitState(post.write(Post.someone()), State.SENT);

        assertThat(post.receivedBy(recipient)).isEmpty();
        assertThatThrownBy(() -> outbox.add(Mail.of(Kind.ROLE, recipient, Post.letter("Hors de tout"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void sendsLaterWhatACrashLeftClaimed() {
        var recipient = Post.someone();
        var id = post.inTransaction(() -> {
            var written = outbox.add(Mail.of(Kind.ROLE, recipient, Post.letter("Après la panne")));
            due.first(UUID.randomUUID(), clock.instant(), Postman.LEASE, 1000, Room.FOR_ALL);
            return written;
        });
        awaitState(post.write(Post.someone()), State.SENT);
        assertThat(post.find(id).state()).isEqualTo(State.SENDING);
        assertThat(post.receivedBy(recipient)).isEmpty();

        clock.advance(Postman.LEASE.plusSeconds(1));

        awaitState(id, State.SENT);
        assertThat(post.receivedBy(recipient)).hasSize(1);
    }

    @Test
    void holdsNothingAgainstAnyMessageWhileTheServerIsAwayAndGoesOnByItself() throws IOException {
        settings.setPort(closedPort());
        var recipients = IntStream.range(0, 30).mapToObj(_ -> Post.someone()).toList();
        var ids = recipients.stream().map(post::write).toList();

        awaitTrouble("CONNECTION_REFUSED");
        awaitRefusal(ids.getFirst(), "CONNECTION_REFUSED"::equals);
        assertThat(ids).allSatisfy(id -> assertThat(post.find(id).state()).isNotEqualTo(State.FAILED));
        assertThat(post.find(ids.getFirst()).attempts()).isZero();

        settings.setPort(port);

        await().atMost(Duration.ofSeconds(35))
                .untilAsserted(() -> assertThat(recipients)
                        .allSatisfy(recipient ->
                                assertThat(post.receivedBy(recipient)).hasSize(1)));
        assertThat(ids).allSatisfy(id -> assertThat(post.find(id).attempts()).isOne());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void tellsWhyNothingLeavesAndSinceWhenWithoutAnAddress(CapturedOutput output) throws IOException {
        var recipient = Post.someone();
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var strict = new FakeSmtp(line -> line.startsWith("AUTH") ? "535 5.7.8 no" : "", "AUTH PLAIN LOGIN")) {
            settings.setHost("nulle-part.invalid");
            post.write(recipient);
            awaitTrouble("NAME_UNKNOWN");

            with("mail.smtp.timeout", "500", "127.0.0.1", silent.getLocalPort());
            awaitTrouble("TIMED_OUT");

            with("mail.smtp.starttls.required", "true", "127.0.0.1", port);
            awaitTrouble("NOT_TRUSTED");

            with("mail.smtp.auth", "true", "127.0.0.1", strict.port());
            settings.setUsername("preau");
            settings.setPassword("faux");
            awaitTrouble("NOT_ALLOWED");
        }
        assertThat(output.getAll()).contains("no mail leaves", "NAME_UNKNOWN").doesNotContain(recipient);
    }

    private void with(String property, String value, String host, int port) {
        var changed = (Properties) properties.clone();
        changed.setProperty(property, value);
        settings.setJavaMailProperties(changed);
        settings.setHost(host);
        settings.setPort(port);
    }

    private void awaitTrouble(String reason) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(health.health())
                        .returns("STANDS_STILL", told -> told.getStatus().getCode())
                        .satisfies(told -> assertThat(told.getDetails())
                                .containsEntry("reason", reason)
                                .containsKey("since")));
    }

    @Test
    void doesNotHoldAnyoneBackForASlowRefusedOrGreylistedRecipient() throws IOException {
        var slow = Post.someone();
        var later = Post.someone();
        var unknown = Post.someone();
        try (var server = new FakeSmtp(line -> line.startsWith("RCPT") ? moodOf(line, slow, later, unknown) : "")) {
            with("mail.smtp.timeout", "3000", "127.0.0.1", server.port());
            var held = List.of(post.write(signIn(slow)), post.write(signIn(later)), post.write(signIn(unknown)));
            var others = IntStream.range(0, 60)
                    .mapToObj(_ -> post.write(signIn(Post.someone())))
                    .toList();

            await().atMost(Duration.ofSeconds(3))
                    .until(() -> others.stream().allMatch(id -> post.find(id).state() == State.SENT));
            assertThat(others)
                    .allSatisfy(id -> assertThat(post.find(id).attempts()).isOne());
            awaitRefusal(held.getFirst(), "NO_ANSWER"::equals);
            assertThat(held.stream().map(post::find).map(Message::attempts)).containsOnly(1);
            assertThat(post.find(held.get(1)).lastError()).isEqualTo("POSTPONED 451");
            assertThat(post.find(held.get(2)).state()).isEqualTo(State.FAILED);
        }
    }

    private static String moodOf(String line, String slow, String later, String unknown) {
        if (line.contains(slow)) {
            sleep(Duration.ofSeconds(6));
        }
        return line.contains(later) ? "451 4.7.1 later" : line.contains(unknown) ? "550 5.1.1 unknown" : "";
    }

    @Test
    void leavesHandsFreeBesideADomainWhereEveryRecipientIsSlow() throws IOException {
        var tarpit = "d%s.fr".formatted(UUID.randomUUID());
        try (var server = new FakeSmtp(line -> {
            if (line.contains(tarpit)) {
                sleep(Duration.ofSeconds(3));
            }
            return "";
        })) {
            settings.setPort(server.port());
            var stuck = IntStream.range(0, 20)
                    .mapToObj(n -> post.write(signIn(n + "@" + tarpit)))
                    .toList();
            await().until(() -> stuck.stream().anyMatch(id -> post.find(id).state() == State.SENDING));
            var others = IntStream.range(0, 40)
                    .mapToObj(_ -> post.write(signIn(Post.someone())))
                    .toList();

            await().atMost(Duration.ofSeconds(3))
                    .until(() -> others.stream().allMatch(id -> post.find(id).state() == State.SENT));
            stuck.forEach(id -> awaitState(id, State.SENT));
        }
    }

    private static Mail signIn(String recipient) {
        return Mail.of(Kind.SIGN_IN, recipient, Post.letter("Votre lien"));
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void takesLinksBeforeConfirmationsBeforeWhatIsWrittenToMany() {
        var domain = "d%s.fr".formatted(UUID.randomUUID());
        var taken = transactions.execute(transaction -> {
            for (var kind : List.of(Kind.REMINDER, Kind.ROLE, Kind.REGISTRATION_CONFIRMED, Kind.SIGN_IN)) {
                outbox.add(Mail.of(kind, kind.name().toLowerCase(Locale.ROOT) + "@" + domain, Post.letter("Un rang")));
            }
            var claims = IntStream.range(0, 4)
                    .mapToObj(_ -> onlyTo(domain, 1).getFirst())
                    .toList();
            transaction.setRollbackOnly();
            return claims;
        });
        assertThat(taken)
                .extracting(Message::kind)
                .containsExactly(Kind.SIGN_IN, Kind.REGISTRATION_CONFIRMED, Kind.ROLE, Kind.REMINDER);
    }

    @Test
    void keepsTheLeaseOfALiveWorkerAndFencesOffWhoeverLostIt() {
        var domain = "d%s.fr".formatted(UUID.randomUUID());
        transactions.executeWithoutResult(transaction -> {
            var id = outbox.add(Mail.of(Kind.ROLE, "lent@" + domain, Post.letter("Lent")));
            var first = UUID.randomUUID();
            var held = to(domain, due.first(first, clock.instant(), Postman.LEASE, 1000, Room.FOR_ALL))
                    .getFirst();
            clock.advance(Postman.LEASE.minusSeconds(5));
            messages.renew(first, Set.of(id), clock.instant().plus(Postman.LEASE));
            clock.advance(Postman.LEASE.minusSeconds(5));
            assertThat(onlyTo(domain, 1)).isEmpty();

            clock.advance(Duration.ofSeconds(10));
            assertThat(onlyTo(domain, 1)).hasSize(1);
            assertThat(messages.markSent(first, held, clock.instant())).isFalse();
            transaction.setRollbackOnly();
        });
    }

    private List<Message> onlyTo(String domain, int limit) {
        var claimed = new ArrayList<Message>();
        for (var more = true; more && claimed.size() < limit; ) {
            var taken = due.first(UUID.randomUUID(), clock.instant(), Postman.LEASE, 1, Room.FOR_ALL);
            more = !taken.isEmpty();
            claimed.addAll(to(domain, taken));
        }
        return claimed;
    }

    private static List<Message> to(String domain, List<Message> taken) {
        return taken.stream()
                .filter(message -> message.recipient().endsWith(domain))
                .toList();
    }

    @Test
    void givesUpAtOnceOnAPermanentRefusalAndServesTheOthers(CapturedOutput output) throws IOException {
        var refused = Post.someone();
        var welcome = Post.someone();
        try (var server =
                new FakeSmtp(line -> line.contains(refused) ? "550 5.1.1 <%s> unknown".formatted(refused) : "")) {
            settings.setPort(server.port());
            var bad = post.write(refused);
            var good = post.write(welcome);

            awaitState(bad, State.FAILED);
            awaitState(good, State.SENT);
            assertThat(post.find(bad))
                    .returns("REFUSED 550", Message::lastError)
                    .returns(1, Message::attempts);
            assertThat(server.accepted).anyMatch(line -> line.contains(welcome));
        }
        assertThat(output.getAll()).contains("REFUSED 550").doesNotContain(refused, welcome);
    }

    @Test
    void neverHoldsOurOwnTroubleWithTheServerAgainstAMessage() throws IOException {
        try (var server = new FakeSmtp(line -> line.startsWith("MAIL") ? "530 5.7.0 Authentication required" : "")) {
            settings.setPort(server.port());
            var id = post.write(Post.someone());

            awaitRefusal(id, "NOT_ALLOWED 530"::equals);
            assertThat(post.find(id)).returns(State.WAITING, Message::state).returns(0, Message::attempts);
        }
    }

    @Test
    void neverHoldsASenderThatTheServerRefusesAgainstAMessage() throws IOException {
        try (var server = new FakeSmtp(line -> line.startsWith("MAIL") ? "550 5.7.1 not your domain" : "")) {
            settings.setPort(server.port());
            var id = post.write(Post.someone());

            awaitRefusal(id, "NOT_ALLOWED 550"::equals);
            assertThat(post.find(id).attempts()).isZero();
        }
    }

    @Test
    void givesUpAfterTheLastRetry() throws IOException {
        var greylisted = Post.someone();
        try (var server = new FakeSmtp(line -> line.contains(greylisted) ? "451 4.7.1 later" : "")) {
            settings.setPort(server.port());
            var id = post.write(greylisted);

            for (var wait : Carrier.RETRIES) {
                awaitAttempt(id);
                assertThat(post.find(id).state()).isEqualTo(State.WAITING);
                clock.advance(wait.plusSeconds(1));
            }

            awaitState(id, State.FAILED);
            assertThat(post.find(id))
                    .returns("POSTPONED 451", Message::lastError)
                    .returns(9, Message::attempts);
        }
    }

    @Test
    void survivesAServerThatHangsUp() throws IOException {
        try (var server = new FakeSmtp(line -> line.startsWith("DATA") ? "421 4.3.2 going down" : "")) {
            settings.setPort(server.port());
            var id = post.write(Post.someone());

            awaitRefusal(id, "BROKEN_OFF 421"::equals);
            assertThat(post.find(id).state()).isEqualTo(State.WAITING);
        }
    }

    @Test
    void failsAtOnceWhatNoServerCouldDeliver() {
        for (var address : List.of("nobody", "a@b@c.fr", "a b@c.fr", "x@y.fr\r\nBcc: z@y.fr", "x@y.fr,z@y.fr", "")) {
            var id = post.write(address);

            assertThat(post.find(id))
                    .as(address)
                    .returns(State.FAILED, Message::state)
                    .returns("INVALID_ADDRESS", Message::lastError);
        }
    }

    @Test
    void dropsASignInLinkThatWouldNoLongerServe() {
        var recipient = Post.someone();
        var id = post.write(Mail.of(Kind.SIGN_IN, recipient, Post.letter("Trop tard"))
                .usefulUntil(Instant.now().minusSeconds(1)));

        awaitState(id, State.FAILED);
        assertThat(post.find(id).lastError()).isEqualTo("EXPIRED");
        assertThat(post.receivedBy(recipient)).isEmpty();
    }

    @Test
    void drainsFiveHundredMessagesOverFewConnections() throws IOException {
        try (var server = new FakeSmtp(_ -> "")) {
            settings.setPort(server.port());
            var started = Instant.now();
            var ids = IntStream.range(0, 500)
                    .mapToObj(_ -> post.write(UUID.randomUUID() + "@d" + UUID.randomUUID() + ".fr"))
                    .toList();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ids.stream().allMatch(id -> post.find(id).state() == State.SENT));

            assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(30));
            assertThat(server.accepted).doesNotHaveDuplicates();
            assertThat(server.connections.get()).isLessThan(60);
        }
    }

    @Test
    void neverSendsTwiceWithSeveralWorkers() {
        var recipients = IntStream.range(0, 200).mapToObj(_ -> Post.someone()).toList();
        recipients.forEach(recipient -> post.write(Mail.of(Kind.SIGN_IN, recipient, Post.letter("Une seule fois"))));

        var nodes = IntStream.range(0, 4)
                .mapToObj(_ -> new Postman(
                        messages, due, server, new Weather(5, clock::instant), carrier, clock::instant, 5, 10_000))
                .map(node -> CompletableFuture.runAsync(() -> {
                    while (node.look() > 0 || !node.isIdle()) {
                        sleep(Duration.ofMillis(5));
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();

        await().untilAsserted(() -> assertThat(recipients)
                .allSatisfy(recipient -> assertThat(post.receivedBy(recipient)).hasSize(1)));
    }

    @Test
    void slowsDownTowardsOneDomainButNotForASignInLink() {
        var domain = "d%s.fr".formatted(UUID.randomUUID());
        var sent = List.of(post.write("a@" + domain), post.write("b@" + domain), post.write("c@" + domain));
        sent.forEach(id -> awaitState(id, State.SENT));
        var awaited = List.of("awaited@" + domain);
        var both = List.of("awaited@" + domain, "ordinary@" + domain);

        assertThat(claimed(domain, 3)).isEqualTo(awaited);
        assertThat(claimed(domain, 5)).isEqualTo(both);
        clock.advance(Duration.ofSeconds(61));
        assertThat(claimed(domain, 3)).isEqualTo(both);
    }

    /// Which of a sign-in link and an ordinary message would be taken now; nothing is.
    private List<String> claimed(String domain, int perDomain) {
        return transactions.execute(transaction -> {
            outbox.add(Mail.of(Kind.ROLE, "ordinary@" + domain, Post.letter("Peut attendre")));
            outbox.add(Mail.of(Kind.SIGN_IN, "awaited@" + domain, Post.letter("Attendu")));
            var traffic = new Traffic(2000, perDomain, System::nanoTime);
            traffic.count(messages.lastMinute(clock.instant()));
            var taken = due.first(UUID.randomUUID(), clock.instant(), Postman.LEASE, 1000, traffic.room(1000));
            transaction.setRollbackOnly();
            return to(domain, taken).stream().map(Message::recipient).toList();
        });
    }

    /// They come suddenly: to what PostgreSQL last knew, hardly anything waited.
    @Test
    void reachesWhatStandsBehindThousandsForAFullDomainWithoutReadingThem() {
        var crowded = "d%s.fr".formatted(UUID.randomUUID());
        var others = IntStream.range(0, 5)
                .mapToObj(_ -> "e%s.fr".formatted(UUID.randomUUID()))
                .sorted()
                .toList();
        transactions.executeWithoutResult(transaction -> {
            var copied = outbox.add(Mail.of(Kind.SIGN_IN, "first@" + crowded, Post.letter("Un soir d'ouverture")));
            others.forEach(domain -> outbox.add(Mail.of(Kind.SIGN_IN, "other@" + domain, Post.letter("Derrière"))));
            multiply(copied, 5_000, State.FAILED);
            db.sql("analyze notification.message").update();
            multiply(copied, 20_000, State.WAITING);
            var room = new Room(10, List.of(new Room.Domain(crowded, 0, 0)));
            var read = rowsRead();

            var domains = new ArrayList<String>();
            for (var after = ""; !domains.containsAll(others); after = domains.getLast()) {
                due.first(UUID.randomUUID(), clock.instant(), Postman.LEASE, 2, room)
                        .forEach(message -> domains.add(message.domain()));
                due.behind(UUID.randomUUID(), clock.instant(), Postman.LEASE, 1, room, after)
                        .forEach(message -> domains.add(message.domain()));
            }

            assertThat(domains).containsSubsequence(others).doesNotContain(crowded);
            assertThat(rowsRead() - read).isLessThan(10_000);
            transaction.setRollbackOnly();
        });
    }

    /// As many more like it, older than anything else.
    private void multiply(UUID id, int copies, State state) {
        db.sql("""
                insert into notification.message (id, kind, recipient, subject, text, html, priority, created_at, state)
                select gen_random_uuid(), kind, recipient, subject, text, html, priority,
                    created_at - interval '1 year' + n * interval '1 ms', :state
                from notification.message, generate_series(1, :copies) n where id = :id
                """)
                .param("copies", copies)
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    /// By this transaction, in the outbox.
    private long rowsRead() {
        return db.sql("""
                select idx_tup_fetch + seq_tup_read from pg_stat_xact_user_tables
                where schemaname = 'notification' and relname = 'message'
                """).query((row, _) -> row.getLong(1)).single();
    }

    @Test
    void forgetsWhatWasSentAMonthAgoAndRemembersWhereCalendarsAre() {
        var plain = post.write(Post.someone());
        var reader = Post.someone();
        var session = UUID.randomUUID();
        var dated = post.write(Mail.of(Kind.ROLE, reader, Post.letter("Daté"))
                .with(new Mail.Invitation("BEGIN:VCALENDAR", CalendarFile.Method.PUBLISH, session, 3)));
        assertThat(sequences.next(session, reader, 3, clock.instant())).isEqualTo(3);
        awaitState(plain, State.SENT);
        awaitState(dated, State.SENT);

        clock.advance(MailRetentions.MESSAGES.minusDays(1));
        forgetting.forget(clock.instant(), 100_000);
        assertThat(List.of(plain, dated)).allMatch(this::isKept);

        clock.advance(Duration.ofDays(2));
        forgetting.forget(clock.instant(), 100_000);
        assertThat(List.of(plain, dated)).noneMatch(this::isKept);
        assertThat(sequences.next(session, reader, 1, clock.instant())).isEqualTo(4);
        assertThat(sequences.next(session, reader, 9, clock.instant())).isEqualTo(9);
    }

    private boolean isKept(UUID id) {
        return lists.find(id).isPresent();
    }

    private void awaitState(UUID id, State state) {
        await().until(() -> post.find(id).state() == state);
    }

    private void awaitRefusal(UUID id, Predicate<String> code) {
        await().until(() -> {
            var message = post.find(id);
            return message.state() == State.WAITING && message.lastError() != null && code.test(message.lastError());
        });
    }

    /// Until the next attempt was made and refused: the message waits for a moment yet to come.
    private void awaitAttempt(UUID id) {
        await().until(() -> {
            var message = post.find(id);
            return message.nextAttemptAt() != null
                    && message.state() == State.WAITING
                    && message.nextAttemptAt().isAfter(clock.instant());
        });
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
