package fr.preau.school;

import fr.preau.account.Door;
import fr.preau.account.Doors;
import fr.preau.account.Viewer;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Uai;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The week in one's school, and what its classes met.
@Component
@Order(31)
class SchoolDoors implements Doors {
    private final Schools schools;

    SchoolDoors(Schools schools) {
        this.schools = schools;
    }

    @Override
    public List<Door> doorsFor(Viewer viewer) {
        var names = schools.find(viewer.schools());
        return viewer.schools().stream()
                .sorted(Comparator.comparing(Uai::value))
                .flatMap(uai -> names.containsKey(uai) ? doors(names.get(uai), viewer) : Stream.empty())
                .toList();
    }

    private static Stream<Door> doors(School school, Viewer viewer) {
        var place = "/espace/etablissement/" + school.uai();
        return Stream.of(
                new Door(
                        place + "/semaine",
                        "La semaine : " + school.name(),
                        viewer.heads(school.uai())
                                ? "L'inscrire dans la programmation annuelle, publier le programme, prévenir les familles."
                                : "Recommander des événements, voir le programme de l'établissement, l'afficher."),
                new Door(
                        place + "/orientation",
                        "Carnet d'orientation : " + school.name(),
                        "Ce que chaque classe a rencontré, année après année, sans nom d'élève."));
    }
}
