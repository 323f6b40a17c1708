package fr.preau.registration;

import fr.preau.account.AccountRecords;
import fr.preau.account.Person;
import fr.preau.retention.Kept;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What is kept about someone who waits, for whoever holds the link; and what a teacher's classes wait for, for their
/// account.
@Component
@Order(31)
class PlaceData implements AccountRecords {
    private final ObjectProvider<RegistrationRecords> others;
    private final WaitingRepository waiting;

    PlaceData(ObjectProvider<RegistrationRecords> others, WaitingRepository waiting) {
        this.others = others;
        this.waiting = waiting;
    }

    List<Kept> of(PlacePages.PlacePage place) {
        var sections = new ArrayList<Kept>();
        sections.add(new Kept("Liste d'attente", List.of(own(place))));
        others.orderedStream()
                .map(module -> module.about(place.entry().id()))
                .flatMap(Collection::stream)
                .forEach(sections::add);
        return sections;
    }

    private static SequencedMap<String, String> own(PlacePages.PlacePage place) {
        var entry = Kept.entry(
                "Événement",
                place.event().title(),
                "Séance",
                place.event().span(place.session()),
                place.entry().isClass() ? "Enseignant" : "Prénom",
                place.wanted().firstName(),
                "Adresse",
                place.wanted().mail(),
                "Établissement",
                RegistrationData.school(place.school()));
        entry.putAll(asked(place.entry()));
        entry.put("Prénom et adresse effacés", "trente jours après avoir quitté la liste");
        return entry;
    }

    private static SequencedMap<String, String> asked(WaitingEntry it) {
        var wanted = it.wanted();
        var entry = Kept.entry(
                "Niveau",
                RegistrationData.level(wanted.level()),
                "Places",
                String.valueOf(wanted.seats()),
                "Demande faite",
                RegistrationData.day(wanted.createdAt()),
                "Ordre d'arrivée",
                String.valueOf(it.place()),
                "État",
                it.state().french());
        if (wanted.schoolClass() != null) {
            entry.putAll(RegistrationData.group(wanted.schoolClass()));
        }
        return entry;
    }

    @Override
    public List<Kept> about(Person person) {
        var classes = waiting.naming(person.id()).stream().map(PlaceData::asked).toList();
        return List.of(new Kept("Mes classes en liste d'attente", classes));
    }
}
