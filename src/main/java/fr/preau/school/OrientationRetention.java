package fr.preau.school;

import fr.preau.programme.Editions;
import fr.preau.retention.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// The orientation record outlives the registrations it comes from: five school years more, because it is read when
/// the pupils choose their way, and holds no name (decision 15).
@Component
class OrientationRetention implements Retention {
    private final OrientationRepository record;

    OrientationRetention(OrientationRepository record) {
        this.record = record;
    }

    @Override
    public String code() {
        return "school-orientation";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Carnet d'orientation d'une classe",
                List.of("Nom de la classe et niveau", "Nombre d'élèves présents", "Ce que l'établissement en garde"),
                "Se souvenir de ce que chaque classe a rencontré quand ses élèves choisissent leur voie",
                "Les personnels de l'établissement ; aucun nom d'élève n'y figure",
                "Cinq années scolaires après la rencontre");
    }

    @Override
    public int due(Instant now) {
        return record.countDue(today(now));
    }

    @Override
    public int forget(Instant now, int most) {
        return record.forget(today(now), most);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, Editions.PARIS);
    }
}
