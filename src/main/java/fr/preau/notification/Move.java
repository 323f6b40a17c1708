package fr.preau.notification;

import fr.preau.event.Formerly;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What changed of a session somebody is registered to: its date, its place, the link it is followed by. `facts` say
/// each as it was and as it is.
record Move(List<String> changed, List<Letter.Fact> facts) {
    static Move of(@Nullable Formerly formerly, PublishedSession session, PublishedEvent event) {
        var changed = new ArrayList<String>();
        var facts = new ArrayList<Letter.Fact>();
        if (formerly != null) {
            var hours = formerly.of(session.id());
            if (hours != null) {
                changed.add("de date");
                var zone = session.start().getZone();
                facts.add(before(
                        event.span(hours.start().atZone(zone), hours.end().atZone(zone))));
                facts.add(now(event.span(session)));
            }
            if (!formerly.place().equals(event.place())) {
                changed.add("de lieu");
                facts.add(before(place(formerly.place())));
                facts.add(now(place(event.place())));
            }
            if (!Objects.equals(formerly.link(), event.link())) {
                changed.add("de lien");
            }
        }
        return new Move(List.copyOf(changed), List.copyOf(facts));
    }

    /// « Changement de date et de lieu ».
    String subject() {
        return changed.isEmpty() ? "Changement" : "Changement " + String.join(" et ", changed);
    }

    String sentence() {
        if (changed.isEmpty()) {
            return "La date, le lieu ou le lien pour suivre vient de changer.";
        }
        var what = String.join(" et ", changed)
                .replace("de date", "la date")
                .replace("de lieu", "le lieu")
                .replace("de lien", "le lien pour suivre en ligne");
        return "%s %s.".formatted(French.sentence(what), changed.size() == 1 ? "change" : "changent");
    }

    private static Letter.Fact before(String words) {
        return new Letter.Fact("Avant", words);
    }

    private static Letter.Fact now(String words) {
        return new Letter.Fact("Maintenant", words);
    }

    private static String place(String place) {
        return place.isBlank() ? "en ligne" : place;
    }
}
