package fr.preau.event;

import fr.preau.event.EventContent.Slot;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.web.Form;
import fr.preau.web.French;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// An event's content in words, heading by heading, for those who read it over and compare versions.
@Component
class ContentWords {
    private final Editions editions;
    private final Territories territories;

    ContentWords(Editions editions, Territories territories) {
        this.editions = editions;
        this.territories = territories;
    }

    Comparison compare(EventRecord event, EventContent before, EventContent after) {
        return Comparison.of(of(event, before), of(event, after));
    }

    /// In the order of the form. Speakers' gender is not among them: it is only ever counted.
    Map<String, String> of(EventRecord event, EventContent content) {
        var words = new LinkedHashMap<String, String>();
        words.put("Titre", content.title());
        words.put("Édition", edition(event));
        words.put("Genre", kind(event, content));
        words.put("Description", content.description());
        words.put("Pour qui", joined(content.audience().stream().map(Audience::french)));
        words.put("Forme", content.format() == null ? "" : content.format().french());
        words.put("Lieu", content.venue() == null ? "" : content.place());
        words.put("Départements", departements(content.departements()));
        words.put("Séances", sessions(content));
        words.put("Liste d'attente", content.waiting().french());
        words.put("Informations pratiques", content.instructions());
        words.put("Accessibilité", joined(content.accessibility().stream().map(Accessibility::french)));
        words.put("Intervenants", speakers(content));
        words.put("Contact", "%s, %s".formatted(content.contactName(), content.contactMail()));
        words.put("Lien", content.link());
        words.put("Image", content.picture() == null ? "" : content.picture().alternative());
        return words;
    }

    /// The heading under which a field of the form is read over, as an HTML id.
    static String headingOf(String field) {
        return Form.id(
                switch (field.replaceFirst("\\[.*", "")) {
                    case "title" -> "Titre";
                    case "description" -> "Description";
                    case "instructions" -> "Informations pratiques";
                    case "link" -> "Lien";
                    case "departement" -> "Lieu";
                    case "picture" -> "Image";
                    default -> "Séances";
                });
    }

    String edition(EventRecord event) {
        return editions.find(event.edition()).map(ContentWords::edition).orElse("");
    }

    /// « Semaine NSI 2026, du lundi 14 au samedi 19 décembre 2026 ».
    static String edition(Edition edition) {
        return "%s, %s".formatted(edition.name(), French.days(edition.firstDay(), edition.lastDay()));
    }

    String kind(EventRecord event, EventContent content) {
        return editions.find(event.edition())
                .map(edition -> edition.kindName(content.kind()))
                .orElse(content.kind());
    }

    /// « mercredi 3 décembre 2026, de 14 h à 16 h »; what is missing is said.
    String when(Slot slot, EventContent content) {
        return when(slot, content.format(), content.zone(territories));
    }

    private static String when(Slot slot, @Nullable Format format, ZoneId zone) {
        if (slot.isDated()) {
            var clock = format == null ? "" : PublishedEvent.clock(format, zone);
            return French.span(slot.startIn(zone), slot.endIn(zone)) + clock;
        }
        return slot.day() == null ? "date à choisir" : French.day(slot.day()) + ", heures à choisir";
    }

    private String sessions(EventContent content) {
        var zone = content.zone(territories);
        var unit = content.format() == Format.AT_SCHOOL ? "visites" : "places";
        return content.sessions().stream()
                .map(slot -> "%s : %s".formatted(when(slot, content.format(), zone), seats(slot, unit)))
                .collect(Collectors.joining("\n"));
    }

    /// « 30 places, dont 20 pour les classes », « 5 visites, toutes ouvertes aux classes ».
    private static String seats(Slot slot, String unit) {
        if (slot.capacity() == null) {
            return unit + " à compter";
        }
        return Objects.equals(slot.seatsForClasses(), slot.capacity())
                ? "%d %s, toutes ouvertes aux classes".formatted(slot.capacity(), unit)
                : "%d %s, dont %d pour les classes".formatted(slot.capacity(), unit, slot.seatsForClasses());
    }

    String departements(Set<String> codes) {
        return joined(codes.stream()
                .flatMap(code -> territories.departement(code).stream())
                .map(Departement::name));
    }

    private static String speakers(EventContent content) {
        return content.speakers().stream()
                .map(speaker -> speaker.role().isEmpty() ? speaker.name() : speaker.name() + ", " + speaker.role())
                .collect(Collectors.joining("\n"));
    }

    private static String joined(java.util.stream.Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }
}
