package fr.preau.synthesis;

import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is decided of the nation's statements, once they are validated: said with its reason, added to and never
/// rewritten.
@Service
class FollowUps {
    private final SynthesisWrites writes;
    private final StatementRepository statements;
    private final FollowUpRepository followUps;
    private final SynthesisCourse course;

    FollowUps(
            SynthesisWrites writes,
            StatementRepository statements,
            FollowUpRepository followUps,
            SynthesisCourse course) {
        this.writes = writes;
        this.statements = statements;
        this.followUps = followUps;
        this.course = course;
    }

    @Transactional
    SynthesisOutcome decide(Act act, StatementId statement, FollowUp.Outcome outcome, String reason) {
        return on(act, statement, () -> {
            followUps.decide(act, statement, course.today(), outcome, reason);
            return new Done("La décision est enregistrée, avec sa raison.");
        });
    }

    @Transactional
    SynthesisOutcome plan(Act act, StatementId statement, String what, String owner, LocalDate due) {
        return on(act, statement, () -> {
            followUps.plan(act, statement, what, owner, due);
            followUps.step(act, act.form(), course.today(), FollowUp.Status.PLANNED, "");
            return new Done("L'action est enregistrée.");
        });
    }

    @Transactional
    SynthesisOutcome step(Act act, StatementId statement, UUID action, FollowUp.Status status, String note) {
        return on(act, statement, () -> {
            if (followUps.of(statement).actions().stream()
                    .noneMatch(one -> one.id().equals(action))) {
                return new Refused("Cette action n'est pas de cet énoncé.");
            }
            followUps.step(act, action, course.today(), status, note);
            return new Done("L'avancement est enregistré.");
        });
    }

    private SynthesisOutcome on(Act act, StatementId id, Supplier<SynthesisOutcome> step) {
        return writes.write(
                act,
                synthesis -> synthesis.level() == Level.NATIONAL && synthesis.isSettled(),
                synthesis -> statements
                        .find(id)
                        .filter(one -> one.synthesis().equals(synthesis.id()) && !one.removed())
                        .map(_ -> step.get())
                        .orElseGet(() -> new Refused("Cet énoncé n'est plus là.")));
    }
}
