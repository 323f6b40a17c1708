package fr.preau.attendance;

import fr.preau.registration.Registrations;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// What somebody must look at after a device found the network again: the same list on every device and on the page
/// of the door, until it is counted or only seen.
@Service
class Reviews {
    private final ReviewRepository reviews;
    private final WalkIns walkIns;
    private final Registrations registrations;

    Reviews(ReviewRepository reviews, WalkIns walkIns, Registrations registrations) {
        this.reviews = reviews;
        this.walkIns = walkIns;
        this.registrations = registrations;
    }

    void note(Desk desk, Review review) {
        reviews.note(desk.session(), review);
    }

    List<Review.Shown> open(Desk desk) {
        return reviews.open(desk.session().id()).stream().map(this::shown).toList();
    }

    private Review.Shown shown(Review review) {
        var registration = review.registration();
        var name = registration == null
                ? ""
                : registrations
                        .held(registration)
                        .map(held -> Guest.name(held.registration()))
                        .orElse("");
        return new Review.Shown(review, name);
    }

    @Transactional
    public String see(Desk desk, UUID id) {
        return reviews.lock(desk.session().id(), id)
                .map(review -> {
                    reviews.settle(review.id(), desk.now());
                    return "C'est noté : vu.";
                })
                .orElse("Quelqu'un s'en est déjà occupé.");
    }

    /// Counts them as people who came without registering, at the moment they came.
    @Transactional
    public String count(Desk desk, UUID id) {
        var review = reviews.lock(desk.session().id(), id);
        if (review.isEmpty()) {
            return "Quelqu'un s'en est déjà occupé.";
        }
        return switch (walkIns.came(
                desk, WalkIns.Group.of(review.get()), review.get().at())) {
            case WalkIns.Entry.Counted() -> {
                reviews.settle(id, desk.now());
                yield "C'est compté, comme venu sans inscription.";
            }
            case WalkIns.Entry.Refused(var sentence) -> {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                yield sentence;
            }
        };
    }
}
