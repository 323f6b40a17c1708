package fr.preau.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/// An answer to access needs says as much as the needs themselves: it goes when they go.
@Component
class NeedsAnswerRetention implements fr.preau.retention.Retention {
    private final NeedsAnswerRepository answers;

    NeedsAnswerRetention(NeedsAnswerRepository answers) {
        this.answers = answers;
    }

    @Override
    public String code() {
        return "registration-needs-answer";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Réponse à des besoins d'accueil",
                List.of("réponse de l'organisateur", "besoins auxquels elle répond"),
                "Dire à l'enseignant comment sa classe sera accueillie",
                "L'organisateur et l'enseignant",
                "Aussi longtemps que l'inscription de la classe");
    }

    @Override
    public int due(Instant now) {
        return answers.due(day(now));
    }

    @Override
    public int forget(Instant now, int most) {
        return answers.forget(day(now), most);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
