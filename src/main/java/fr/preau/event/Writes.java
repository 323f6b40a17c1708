package fr.preau.event;

import fr.preau.event.Outcome.Done;
import fr.preau.event.Outcome.Incomplete;
import fr.preau.event.Outcome.Refused;
import fr.preau.event.Outcome.Stale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// The one way anything is written to an event: allowed where it stands, by whoever read it last, once. Called within
/// a transaction.
@Component
class Writes {
    /// What is about to happen: work to do, or why not.
    sealed interface Plan permits Work, Outcome.Refusal {}

    /// Writes, and says what happened.
    @FunctionalInterface
    non-sealed interface Work extends Plan {
        String run();
    }

    private final EventRepository events;
    private final VersionRepository versions;

    Writes(EventRepository events, VersionRepository versions) {
        this.events = events;
        this.versions = versions;
    }

    Optional<Standing> standing(EventId event) {
        return events.find(event)
                .flatMap(found -> versions.latest(event)
                        .map(latest -> new Standing(
                                found, latest, versions.approved(event).orElse(null))));
    }

    Outcome write(Writing writing, EventAction action, Function<Standing, Plan> plan) {
        return write(writing, action, action, plan);
    }

    /// `allowed` is asked first; the event then goes where `action` leads.
    Outcome write(Writing writing, EventAction allowed, EventAction action, Function<Standing, Plan> plan) {
        var standing = standing(writing.event()).orElseThrow();
        var event = standing.event();
        if (writing.form().equals(event.lastForm())) {
            return new Done("C'est déjà enregistré.");
        }
        if (event.lock() != writing.lock()) {
            return new Stale();
        }
        if (!standing.allows(allowed)) {
            return new Refused("Cet événement est %s : ce n'est plus possible."
                    .formatted(event.state().french()));
        }
        return switch (plan.apply(standing)) {
            case Refused refused -> refused;
            case Incomplete incomplete -> incomplete;
            case Work work ->
                events.move(event, action.after(event.state()), writing.form()) ? new Done(work.run()) : new Stale();
        };
    }
}
