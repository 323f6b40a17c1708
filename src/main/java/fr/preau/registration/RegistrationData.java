package fr.preau.registration;

import fr.preau.account.AccountRecords;
import fr.preau.account.Person;
import fr.preau.event.Audience;
import fr.preau.retention.Kept;
import fr.preau.territory.School;
import fr.preau.web.French;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What is kept about a registration, for whoever holds its link; and a teacher's classes, for their account.
@Component
@Order(30)
class RegistrationData implements AccountRecords {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ObjectProvider<RegistrationRecords> others;
    private final BookingRepository bookings;

    RegistrationData(ObjectProvider<RegistrationRecords> others, BookingRepository bookings) {
        this.others = others;
        this.bookings = bookings;
    }

    List<Kept> of(HeldPages.HeldPage held) {
        var sections = new ArrayList<Kept>();
        sections.add(own(held));
        others.orderedStream()
                .map(module -> module.about(held.registration().id()))
                .flatMap(Collection::stream)
                .forEach(sections::add);
        return sections;
    }

    /// The last day someone is named.
    static LocalDate until(HeldPages.HeldPage held) {
        var asked = held.held().askedUntil();
        var ordinary = Keeping.until(held.session());
        return asked != null && asked.isAfter(ordinary) ? asked : ordinary;
    }

    private static Kept own(HeldPages.HeldPage held) {
        var it = held.registration();
        var school = held.school();
        var entry = Kept.entry(
                "Événement",
                held.event().title(),
                "Séance",
                held.event().span(held.session()),
                it.schoolClass() == null ? "Prénom" : "Enseignant",
                it.firstName(),
                "Adresse",
                it.mail(),
                "Niveau",
                level(it.level()),
                "Établissement",
                school(school),
                "Places",
                String.valueOf(it.seats()),
                "Inscription faite",
                day(it.createdAt()),
                "État",
                held.stands() ? "confirmée" : "annulée",
                "Raison de l'annulation",
                held.held().reason() == null ? "" : held.held().reason(),
                "Réponse à vos besoins d'accueil",
                held.needsAnswer(),
                "Rappels par courriel",
                held.reminded() ? "oui" : "non",
                "Prénom et adresse effacés après",
                French.day(until(held)));
        if (it.schoolClass() != null) {
            entry.putAll(group(it.schoolClass()));
        }
        return new Kept("Inscription", List.of(entry));
    }

    static SequencedMap<String, String> group(Registration.SchoolClass group) {
        return Kept.entry(
                "Classe",
                group.name(),
                "Élèves",
                String.valueOf(group.pupils()),
                "Adultes",
                String.valueOf(group.adults()),
                "Besoins d'accueil",
                group.needs());
    }

    @Override
    public List<Kept> about(Person person) {
        var classes = bookings.naming(person.id()).stream()
                .map(one -> {
                    var entry = Kept.entry("Réservée", day(one.createdAt()), "Niveau", level(one.level()));
                    if (one.schoolClass() != null) {
                        entry.putAll(group(one.schoolClass()));
                    }
                    return entry;
                })
                .toList();
        return List.of(new Kept("Mes classes inscrites", classes));
    }

    static String level(@Nullable Audience level) {
        return level == null ? "" : level.french();
    }

    static String school(@Nullable School school) {
        return school == null ? "" : school.label();
    }

    static String day(Instant moment) {
        return French.day(moment.atZone(PARIS).toLocalDate());
    }
}
