package fr.preau.notification;

import static java.util.Comparator.naturalOrder;

import fr.preau.database.DatabaseClock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Takes what waits in the outbox and has it carried to the mail server, by several hands and on every node (decision
/// 25).
///
/// A message is claimed when a hand is free for it, never before: none waits behind another's slow server. It is
/// claimed for a while ([#LEASE]) that a live postman puts off again and again; what a dead one held is free when it
/// ends.
@Component
class Postman {
    static final Duration LEASE = Duration.ofSeconds(30);
    private static final long RENEWED_NANOS = LEASE.dividedBy(3).toNanos();
    private static final long COUNTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    /// Of this process, for as long as it lives: its leases are nobody else's.
    private final UUID holder = UUID.randomUUID();

    private final MessageRepository messages;
    private final DueMessages due;
    private final SmtpServer server;
    private final Weather weather;
    private final DatabaseClock clock;
    private final int hands;
    private final Traffic traffic;
    private final Carrier carrier;
    private final Set<UUID> carried = ConcurrentHashMap.newKeySet();
    private final Semaphore comingBack = new Semaphore(0);
    private String lastDomain = "";
    private long renewedAt = System.nanoTime();
    private long countedAt = System.nanoTime() - COUNTED_NANOS;

    Postman(
            MessageRepository messages,
            DueMessages due,
            SmtpServer server,
            Weather weather,
            Carrier carrier,
            DatabaseClock clock,
            @Value("${preau.mail.workers}") int workers,
            @Value("${preau.mail.per-domain-per-minute}") int perDomain) {
        this.messages = messages;
        this.due = due;
        this.server = server;
        this.weather = weather;
        this.carrier = carrier;
        this.clock = clock;
        this.hands = workers;
        this.traffic = new Traffic(workers, perDomain, System::nanoTime);
    }

    /// One look at the outbox: the hands that are free take what is due, and leave. Returns at once, how many left.
    synchronized int look() {
        renew();
        var free = Math.min(hands, weather.width()) - carried.size();
        if (free <= 0 || !server.takesLetters()) {
            return 0;
        }
        count();
        var left = sendFirst(free);
        return left < free ? left + sendBehind(free - left) : left;
    }

    private int sendFirst(int free) {
        var taken = due.first(holder, clock.now(), LEASE, free, traffic.room(free));
        taken.forEach(this::send);
        return taken.size();
    }

    /// What stands behind the letters of a domain that takes no more for now: each look goes on after the domain the
    /// one before it came to, so that all have their turn.
    private int sendBehind(int free) {
        var room = traffic.room(free);
        if (!room.isFullSomewhere()) {
            return 0;
        }
        var taken = due.behind(holder, clock.now(), LEASE, free, room, lastDomain);
        lastDomain = taken.size() < free
                ? ""
                : taken.stream().map(Message::domain).max(naturalOrder()).orElse("");
        taken.forEach(this::send);
        return taken.size();
    }

    /// Until a hand comes back, or so long.
    void awaitHand(Duration most) throws InterruptedException {
        if (comingBack.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            comingBack.drainPermits();
        }
    }

    boolean isIdle() {
        return carried.isEmpty();
    }

    /// Until all that is on its way arrived or came back, or so long.
    void finish(Duration most) throws InterruptedException {
        var end = System.nanoTime() + most.toNanos();
        while (!isIdle() && System.nanoTime() - end < 0) {
            awaitHand(Duration.ofSeconds(1));
        }
    }

    /// A live postman keeps what it carries, however slow the server.
    private void renew() {
        if (System.nanoTime() - renewedAt >= RENEWED_NANOS && !carried.isEmpty()) {
            messages.renew(holder, Set.copyOf(carried), clock.now().plus(LEASE));
            renewedAt = System.nanoTime();
        }
    }

    private void count() {
        if (System.nanoTime() - countedAt >= COUNTED_NANOS) {
            traffic.count(messages.lastMinute(clock.now()));
            countedAt = System.nanoTime();
        }
    }

    private void send(Message message) {
        carried.add(message.id());
        traffic.enters(message);
        Thread.ofVirtual().name("mail").start(() -> carry(message));
    }

    private void carry(Message message) {
        try {
            if (carrier.carry(holder, message)) {
                traffic.keptUsWaiting(message);
            }
        } finally {
            traffic.leaves(message);
            carried.remove(message.id());
            comingBack.release();
        }
    }
}
