package fr.preau.notification;

import fr.preau.database.DatabaseClock;
import fr.preau.notification.Message.State;
import fr.preau.notification.MessageListRepository.Due;
import fr.preau.notification.Refusal.Reason;
import fr.preau.notification.Weather.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Whether letters leave and, when they stand still, why and since when: what health, figures and pilots are told.
@Component
class Departures {
    static final Set<State> WAITING = Set.of(State.WAITING, State.SENDING);
    /// So long without a letter that left, while some should have: told within the minute.
    private static final Duration STILL = Duration.ofSeconds(40);

    private final MessageListRepository lists;
    private final SmtpServer server;
    private final Weather weather;
    private final DatabaseClock clock;

    Departures(MessageListRepository lists, SmtpServer server, Weather weather, DatabaseClock clock) {
        this.lists = lists;
        this.server = server;
        this.weather = weather;
        this.clock = clock;
    }

    long waiting() {
        return lists.count(WAITING);
    }

    long givenUp() {
        return lists.count(Set.of(State.FAILED));
    }

    /// How long the oldest message that should have left has waited.
    Duration oldest() {
        var now = clock.now();
        return lists.oldestDue(now).map(due -> between(due.since(), now)).orElse(Duration.ZERO);
    }

    /// Nobody looks at the server while nothing waits: what it was like then is no trouble now.
    Optional<Trouble> trouble() {
        var now = clock.now();
        return server.takesLetters()
                ? lists.oldestDue(now).flatMap(due -> weather.trouble().or(() -> standstill(due, now)))
                : Optional.empty();
    }

    private Optional<Trouble> standstill(Due due, Instant now) {
        if (between(due.since(), now).compareTo(STILL) < 0) {
            return Optional.empty();
        }
        var since = lists.lastSent().filter(due.since()::isBefore).orElse(due.since());
        return between(since, now).compareTo(STILL) < 0
                ? Optional.empty()
                : Optional.of(new Trouble(reason(due), since));
    }

    /// What another node met, when it noted it.
    private static Reason reason(Due due) {
        return Optional.ofNullable(due.lastError())
                .map(Refusal::reasonOf)
                .filter(reason -> reason.then() == Refusal.Then.RETRY_ALL)
                .orElse(Reason.UNEXPLAINED);
    }

    private static Duration between(Instant since, Instant now) {
        return since.isBefore(now) ? Duration.between(since, now) : Duration.ZERO;
    }
}
