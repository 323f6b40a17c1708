package fr.preau.registration;

import fr.preau.event.PublishedSession;
import fr.preau.event.Seats;
import fr.preau.event.SessionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Writes down every offer of a storm, with whom it left waiting in front, at the very instant it is made: behind the
/// session's lock, so that nothing of it can have changed. Knows nothing of [Turns].
class OfferWitness implements ApplicationListener<PayloadApplicationEvent<SeatsOffered>> {
    /// `takesOnlyBeside`: for people, who leave classes every seat these could still have.
    private record Offer(WaitingEntry entry, List<WaitingEntry> inFront, boolean takesOnlyBeside) {
        /// Seats that no class could have are not what the classes in front wait for.
        boolean passesNobody() {
            return !entry.isClass() && takesOnlyBeside && inFront.stream().allMatch(WaitingEntry::isClass);
        }
    }

    private final Seats seats;
    private final WaitingRepository waiting;
    private final Queue<Offer> offers = new ConcurrentLinkedQueue<>();

    OfferWitness(Seats seats, WaitingRepository waiting) {
        this.seats = seats;
        this.waiting = waiting;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<SeatsOffered> news) {
        var entry = news.getPayload().entry();
        var inFront = waiting.front(entry.session()).stream()
                .filter(one -> one.place() < entry.place())
                .toList();
        var offer = new Offer(
                entry,
                inFront,
                leavesClassesTheirShare(seats.find(entry.session()).orElseThrow()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                offers.add(offer);
            }
        });
    }

    /// Whether people hold no more, this offer included, than the seats beyond the share of classes.
    private static boolean leavesClassesTheirShare(PublishedSession session) {
        var people = session.taken() - session.classTaken() + session.held() - session.classHeld();
        return people <= session.capacity() - session.classCapacity();
    }

    /// How often each entry of a session was passed, of those that ever were.
    Map<RegistrationId, Integer> passed(SessionId session) {
        var times = new HashMap<RegistrationId, Integer>();
        offers.stream()
                .filter(offer -> offer.entry().session().equals(session) && !offer.passesNobody())
                .flatMap(offer -> offer.inFront().stream())
                .forEach(one -> times.merge(one.id(), 1, Integer::sum));
        return times;
    }

    /// Offers that left someone waiting in front and yet passed nobody.
    long besides(SessionId session) {
        return offers.stream()
                .filter(offer -> offer.entry().session().equals(session)
                        && !offer.inFront().isEmpty()
                        && offer.passesNobody())
                .count();
    }
}
