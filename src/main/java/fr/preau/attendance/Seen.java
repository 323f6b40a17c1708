package fr.preau.attendance;

import fr.preau.registration.Presence;
import fr.preau.registration.RegistrationId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Tells registrations who was seen at the door; who is only presumed to have come was not.
@Component
class Seen implements Presence {
    private final ArrivalRepository arrivals;

    Seen(ArrivalRepository arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public Optional<Instant> seen(RegistrationId registration) {
        return arrivals.find(registration)
                .filter(arrival -> arrival.here() && !arrival.presumed())
                .map(Arrival::at);
    }
}
