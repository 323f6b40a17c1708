package fr.preau.registration;

import fr.preau.event.Events;
import fr.preau.event.PublishedSession;
import fr.preau.web.French;
import fr.preau.web.NamedNetworks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// What one network may ask for, so that nobody empties a session from one place (decision 29). Classes are not
/// counted: who sends their forms is known, and to their school.
@Component
@EnableConfigurationProperties(RationSettings.class)
class Rations {
    private final RationRepository rations;
    private final RationSettings settings;
    private final NamedNetworks named;
    private final Networks networks;
    private final Events events;
    private final Clock clock;

    Rations(
            RationRepository rations,
            RationSettings settings,
            NamedNetworks named,
            Networks networks,
            Events events,
            Clock clock) {
        this.rations = rations;
        this.settings = settings;
        this.named = named;
        this.networks = networks;
        this.events = events;
        this.clock = clock;
    }

    /// Too much came from one network: the sentence for whoever asks, and how long to wait.
    record Excess(String reason, Duration pause) {}

    /// Counts this form; empty when it may go on.
    Optional<Excess> excess(SeatRequest request) {
        var network = request.network();
        var session = session(request);
        if (network == null || request.isForClass() || session.isEmpty() || named.contain(network)) {
            return Optional.empty();
        }
        var digest = String.valueOf(networks.digest(network, request.session()));
        return judge(rations.add(network.value(), request.session(), digest, clock.instant()), request, session.get());
    }

    private Optional<Excess> judge(RationRepository.Taken taken, SeatRequest request, PublishedSession session) {
        if (taken.forms() > settings.formsPerHour()) {
            var pause = Duration.between(clock.instant(), taken.until());
            return Optional.of(new Excess(
                    "Beaucoup d'inscriptions viennent de votre réseau depuis une heure : recommencez dans %s, ou depuis une autre connexion, par exemple celle d'un téléphone."
                            .formatted(French.count(pause.toMinutes() + 1, "minute", "minutes")),
                    pause));
        }
        var seats = taken.seats() + request.people();
        var families = taken.familySeats() + (request.isForFamily() ? request.people() : 0);
        return seats > settings.seatsOf(session.capacity()) || families > settings.familySeatsOf(session.capacity())
                ? Optional.of(new Excess(
                        "Beaucoup de places de cette séance ont été demandées depuis votre réseau : celles qui restent vont à d'autres. Choisissez une autre séance, ou essayez depuis une autre connexion ; une classe s'inscrit par son enseignant.",
                        RationRepository.WINDOW))
                : Optional.empty();
    }

    /// Its number of seats, as it was a second ago at most.
    private Optional<PublishedSession> session(SeatRequest request) {
        return events.lately(request.event())
                .flatMap(event -> event.sessions().stream()
                        .filter(session -> session.id().equals(request.session()))
                        .findFirst());
    }
}
