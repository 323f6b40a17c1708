package fr.preau.synthesis;

import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// The one way anything is written to a synthesis: where it stands allows it, one writer at a time, once. Called within
/// a transaction. A step that answers anything but [Done] has written nothing.
@Component
class SynthesisWrites {
    private final SynthesisRepository syntheses;
    private final Clock clock;

    SynthesisWrites(SynthesisRepository syntheses, Clock clock) {
        this.syntheses = syntheses;
        this.clock = clock;
    }

    SynthesisOutcome write(Act act, Predicate<Synthesis> open, Function<Synthesis, SynthesisOutcome> step) {
        var synthesis = syntheses.lock(act.synthesis()).orElseThrow();
        if (!syntheses.begin(act, clock.instant())) {
            return new Done("C'est déjà enregistré.");
        }
        var outcome = open.test(synthesis) ? step.apply(synthesis) : closed(synthesis);
        if (!(outcome instanceof Done)) {
            syntheses.forget(act.form());
        }
        return outcome;
    }

    private static Refused closed(Synthesis synthesis) {
        return new Refused("Cette synthèse est %s : ce n'est plus possible en l'état."
                .formatted(synthesis.state().french()));
    }
}
