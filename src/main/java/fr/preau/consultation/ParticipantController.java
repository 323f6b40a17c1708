package fr.preau.consultation;

import fr.preau.account.Viewer;
import fr.preau.web.NotFound;
import fr.preau.web.Spreadsheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Who comes to which workshop, for the day itself: never an address, and nothing before the draw, for lists of wishes
/// would tell the demand.
@Controller
class ParticipantController {
    private static final String PATH = SessionController.HOME + "/sessions/{id}/participants";

    private final Desk.Keys keys;
    private final PartyRepository parties;

    ParticipantController(Desk.Keys keys, PartyRepository parties) {
        this.keys = keys;
        this.parties = parties;
    }

    /// A workshop and who sits in it; the last one is that of those without a seat.
    record Room(String title, List<Participant> people) {
        Map<Category, Long> byCategory() {
            return people.stream()
                    .collect(Collectors.groupingBy(Participant::category, TreeMap::new, Collectors.counting()));
        }
    }

    @GetMapping(PATH)
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        var desk = seated(id, viewer);
        model.addAttribute("desk", desk);
        model.addAttribute("rooms", rooms(desk));
        return "consultation/participants";
    }

    /// What some need to take part, as soon as it is said: rooms and interpreters are found before the draw. No
    /// wish is read here.
    @GetMapping(SessionController.HOME + "/sessions/{id}/besoins")
    String needs(@PathVariable UUID id, Viewer viewer, Model model) {
        var desk = keys.open(id, viewer);
        model.addAttribute("desk", desk);
        model.addAttribute(
                "people",
                parties.people(desk.session().id()).stream()
                        .filter(person -> person.stands() && !person.needs().isEmpty())
                        .toList());
        return "consultation/needs";
    }

    @GetMapping(PATH + ".csv")
    ResponseEntity<String> csv(@PathVariable UUID id, Viewer viewer) {
        var text = new StringBuilder(Spreadsheet.MARK);
        var format = Spreadsheet.format("atelier", "code", "appel", "qualite", "besoins");
        try (var printer = new CSVPrinter(text, format)) {
            for (var room : rooms(seated(id, viewer))) {
                for (var person : room.people()) {
                    printer.printRecord(
                            Spreadsheet.word(room.title()),
                            person.pseudonym(),
                            Spreadsheet.word(person.called()),
                            person.category().french(),
                            Spreadsheet.word(person.needs()));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"participants.csv\"")
                .body(text.toString());
    }

    private Desk seated(UUID id, Viewer viewer) {
        var desk = keys.open(id, viewer);
        if (desk.session().state() != Session.State.SEATED) {
            throw new NotFound("La liste se lit quand les places sont attribuées.");
        }
        return desk;
    }

    private List<Room> rooms(Desk desk) {
        var standing = parties.people(desk.session().id()).stream()
                .filter(Participant::stands)
                .toList();
        var rooms = new ArrayList<Room>();
        for (var workshop : desk.held()) {
            rooms.add(new Room(
                    workshop.title(),
                    standing.stream()
                            .filter(person -> workshop.id().equals(person.seat()))
                            .toList()));
        }
        var others = standing.stream().filter(person -> person.seat() == null).toList();
        if (!others.isEmpty()) {
            rooms.add(new Room("Sans place", others));
        }
        return rooms;
    }
}
