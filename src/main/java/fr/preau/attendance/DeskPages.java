package fr.preau.attendance;

import fr.preau.event.Audience;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.Pager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriUtils;

/// What the page of a door shows.
@Component
class DeskPages {
    static final List<Choice> LEVELS = Choice.of(
            Stream.of(Audience.values()).filter(Audience::isLevel).toList(), Audience::name, Audience::french);

    private final GuestList list;
    private final WalkInRepository walkIns;
    private final Reviews reviews;

    DeskPages(GuestList list, WalkInRepository walkIns, Reviews reviews) {
        this.reviews = reviews;
        this.list = list;
        this.walkIns = walkIns;
    }

    /// Where one stands in the list: what is looked for, and the page.
    record Place(String words, int page) {
        static final Place START = new Place("", 1);

        Place(String words, int page) {
            this.words = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            this.page = page;
        }

        String query() {
            return "?recherche=%s&page=%d".formatted(UriUtils.encode(words, StandardCharsets.UTF_8), page);
        }
    }

    record Page(
            Desk desk,
            HeadCount count,
            Place place,
            List<Guest> guests,
            Pager pager,
            List<WalkInRepository.WalkIn> walkIns,
            List<Review.Shown> reviews) {}

    String page(Desk desk, Place place, Model model) {
        return page(desk, place, Map.of(), model);
    }

    /// `forms` are those that something was wrong with, by name.
    String page(Desk desk, Place place, Map<String, Form> forms, Model model) {
        var all = list.of(desk.session());
        var found = all.stream().filter(guest -> guest.answers(place.words())).toList();
        var pager = Pager.of(place.page(), found.size(), desk.path() + place.query());
        model.addAttribute(
                "desk",
                new Page(
                        desk,
                        list.count(desk.session(), all),
                        new Place(place.words(), pager.number()),
                        pager.of(found),
                        pager,
                        walkIns.latest(desk.session().id()),
                        reviews.open(desk)));
        model.addAttribute("ticket", forms.getOrDefault("ticket", Form.empty()));
        model.addAttribute("walkIn", forms.getOrDefault("walkIn", Form.filled(Map.of("personnes", "1"))));
        return "attendance/desk";
    }

    Guest guest(fr.preau.registration.Held held) {
        return list.guest(held);
    }

    HeadCount count(Desk desk) {
        return list.count(desk.session(), list.of(desk.session()));
    }
}
