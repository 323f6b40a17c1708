package fr.preau.school;

import fr.preau.retention.Retention;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who committed, advised and published, a year long; that the school took part stays.
@Component
class ProgrammeRetention implements Retention {
    private final CommitmentRepository commitments;
    private final RecommendationRepository recommendations;
    private final SchoolJournal journal;

    ProgrammeRetention(
            CommitmentRepository commitments, RecommendationRepository recommendations, SchoolJournal journal) {
        this.commitments = commitments;
        this.recommendations = recommendations;
        this.journal = journal;
    }

    @Override
    public String code() {
        return "school-programme";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Programme d'un établissement",
                List.of("Nom de qui l'inscrit ou le publie", "Phrases de recommandation et leurs auteurs"),
                "Faire connaître la semaine aux élèves et aux familles, savoir qui l'a décidé",
                "Les personnels de l'établissement ; les phrases publiées, sans nom, par qui lit le programme",
                "Un an");
    }

    @Override
    public int due(Instant now) {
        var then = then(now);
        return commitments.countNamedBefore(then) + recommendations.countBefore(then) + journal.countBefore(then);
    }

    @Override
    @Transactional
    public int forget(Instant now, int most) {
        var then = then(now);
        var forgotten = commitments.forgetNamesBefore(then, most);
        forgotten += recommendations.forgetBefore(then, most - forgotten);
        return forgotten + journal.forgetBefore(then, most - forgotten);
    }

    private static Instant then(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minusYears(1).toInstant();
    }
}
