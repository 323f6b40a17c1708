package fr.preau.registration;

import fr.preau.event.Events;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/// Cancels a crowd one by one, each in a transaction of its own: a crash in the middle goes on where it was.
@Component
class CrowdFollower {
    private final SeatBook seats;
    private final WaitingBook waiting;
    private final Events events;

    CrowdFollower(SeatBook seats, WaitingBook waiting, Events events) {
        this.seats = seats;
        this.waiting = waiting;
        this.events = events;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(CrowdCancelled news) {
        var event = events.find(news.event()).orElseThrow();
        for (var id : news.registrations()) {
            var one = new RegistrationId(id);
            waiting.withdraw(one, event, news);
            seats.withdraw(one, event, news);
        }
    }
}
