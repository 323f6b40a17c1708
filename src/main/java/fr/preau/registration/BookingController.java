package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.territory.Schools;
import fr.preau.territory.Uai;
import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What classes booked: a teacher's own, a head's whole school.
@Controller
class BookingController {
    private final BookingRepository bookings;
    private final BookingPages pages;
    private final PlacePages places;
    private final Schools schools;

    BookingController(BookingRepository bookings, BookingPages pages, PlacePages places, Schools schools) {
        this.bookings = bookings;
        this.pages = pages;
        this.places = places;
        this.schools = schools;
    }

    @GetMapping("/espace/classes")
    String teacher(Viewer viewer, Model model) {
        model.addAttribute("bookings", pages.of(bookings.of(viewer.person())));
        model.addAttribute("waiting", places.of(viewer.person()));
        model.addAttribute("books", !viewer.schools().isEmpty());
        return "registration/classes";
    }

    @GetMapping("/espace/etablissement/{uai}")
    String school(@PathVariable String uai, Viewer viewer, Model model) {
        var school = Uai.parse(uai)
                .flatMap(schools::find)
                .orElseThrow(new NotFound("Cet établissement n'est pas dans l'annuaire."));
        Forbidden.unless(
                viewer.heads(school.uai()), "Seule la direction de cet établissement voit ce qu'il a réservé.");
        model.addAttribute("school", school);
        model.addAttribute("bookings", pages.of(bookings.of(school.uai())));
        model.addAttribute("waiting", places.of(school.uai()));
        model.addAttribute("figures", bookings.figures(school.uai()));
        return "registration/school";
    }
}
