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
import java.util.List;
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
    private final Outbox outbox;
    private final MessageRepository messages;
    private final MessageListRepository lists;
    private final Retention forgetting;
    private final SequenceRepository sequences;
    private final JavaMailSenderImpl settings;
    private final SettableClock clock;
    private final TransactionTemplate transactions;
    private final Post post;
    private int port;

    @Autowired
    PostmanTests(
            Postman postman,
            Outbox outbox,
            MessageRepository messages,
            MessageListRepository lists,
            @Qualifier("mailMessages") Retention forgetting,
            SequenceRepository sequences,
            JavaMailSenderImpl settings,
            SettableClock clock,
            TransactionTemplate transactions,
            JdbcClient db,
            GreenMail server) {
        this.postman = postman;
        this.outbox = outbox;
        this.messages = messages;
        this.lists = lists;
        this.forgetting = forgetting;
        this.sequences = sequences;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
        this.post = new Post(outbox, transactions, db, server);
    }

    @BeforeEach
    void rememberTheServer() {
        port = settings.getPort();
    }

    @AfterEach
    void putServerAndClockBack() {
        settings.setPort(port);
        clock.reset();
    }

    @Test
    void deliversOnce() {
        var recipient = Post.someone();
        var id = post.write(recipient);

        awaitState(id, State.SENT);
        postman.round();

        assertThat(post.receivedBy(recipient)).hasSize(1);
    }

    @Test
    void belongsToTheTransactionOfItsFact() {
        var recipient = Post.someone();
        transactions.executeWithoutResult(transaction -> {
            outbox.add(Mail.of(Kind.ROLE, recipient, Post.letter("Rien de cela n'est arrivé")));
            transaction.setRollbackOnly();
        });
        post.write(Post.someone());
        postman.round();

        assertThat(post.receivedBy(recipient)).isEmpty();
        assertThatThrownBy(() -> outbox.add(Mail.of(Kind.ROLE, recipient, Post.letter("Hors de tout"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void sendsLaterWhatACrashLeftClaimed() {
        var recipient = Post.someone();
        var id = post.inTransaction(() -> {
            var written = outbox.add(Mail.of(Kind.ROLE, recipient, Post.letter("Après la panne")));
            messages.claim(clock.instant(), Postman.LEASE, 1000, 1000);
            return written;
        });
        postman.round();
        assertThat(post.find(id).state()).isEqualTo(State.SENDING);
        assertThat(post.receivedBy(recipient)).isEmpty();

        clock.advance(Postman.LEASE.plusSeconds(1));

        awaitState(id, State.SENT);
        assertThat(post.receivedBy(recipient)).hasSize(1);
    }

    @Test
    void retriesWhenTheServerIsBack() throws IOException {
        settings.setPort(closedPort());
        var recipient = Post.someone();
        var id = post.write(recipient);
        awaitRefusal(id, "UNREACHABLE"::equals);
        assertThat(post.find(id))
                .returns(State.WAITING, Message::state)
                .returns(1, Message::attempts)
                .satisfies(message -> assertThat(message.nextAttemptAt())
                        .isBetween(
                                clock.instant().plusSeconds(50), clock.instant().plusSeconds(60)));

        settings.setPort(port);
        postman.round();
        assertThat(post.receivedBy(recipient)).isEmpty();
        clock.advance(Duration.ofSeconds(61));

        awaitState(id, State.SENT);
        assertThat(post.receivedBy(recipient)).hasSize(1);
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
            assertThat(post.find(id).state()).isEqualTo(State.WAITING);
        }
    }

    @Test
    void givesUpAfterTheLastRetry() throws IOException {
        var greylisted = Post.someone();
        try (var server = new FakeSmtp(line -> line.contains(greylisted) ? "451 4.7.1 later" : "")) {
            settings.setPort(server.port());
            var id = post.write(greylisted);

            for (var wait : Postman.RETRIES) {
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

            awaitRefusal(id, "UNREACHABLE 421"::equals);
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

        var workers = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(postman::round))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(workers).join();

        await().untilAsserted(() -> assertThat(recipients)
                .allSatisfy(recipient -> assertThat(post.receivedBy(recipient)).hasSize(1)));
    }

    @Test
    void slowsDownTowardsOneDomainButNotForASignInLink() {
        var domain = "d%s.fr".formatted(UUID.randomUUID());
        var sent = List.of(post.write("a@" + domain), post.write("b@" + domain), post.write("c@" + domain));
        sent.forEach(id -> awaitState(id, State.SENT));

        assertThat(claimed(domain, 3)).containsExactly("awaited@" + domain);
        assertThat(claimed(domain, 4)).containsExactly("awaited@" + domain, "ordinary@" + domain);
        clock.advance(Duration.ofSeconds(61));
        assertThat(claimed(domain, 3)).containsExactly("awaited@" + domain, "ordinary@" + domain);
    }

    /// Which of a sign-in link and an ordinary message would be taken now; nothing is.
    private List<String> claimed(String domain, int perDomain) {
        return transactions.execute(transaction -> {
            outbox.add(Mail.of(Kind.ROLE, "ordinary@" + domain, Post.letter("Peut attendre")));
            outbox.add(Mail.of(Kind.SIGN_IN, "awaited@" + domain, Post.letter("Attendu")));
            var taken = messages.claim(clock.instant(), Postman.LEASE, 1000, perDomain);
            transaction.setRollbackOnly();
            return taken.stream()
                    .map(Message::recipient)
                    .filter(mail -> mail.endsWith(domain))
                    .toList();
        });
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
