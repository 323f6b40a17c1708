package fr.preau.event;

import fr.preau.account.Organisation;
import fr.preau.event.Outcome.Problem;
import fr.preau.programme.Edition;
import fr.preau.territory.School;
import fr.preau.territory.Territories;
import fr.preau.web.Choice;
import fr.preau.web.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The page of the event form: what it offers to choose from, and what was typed.
@Component
class OrganiserPages {
    private final Territories territories;
    private final SeatRepository sessions;
    private final EditionChoice editions;

    OrganiserPages(EditionChoice editions, Territories territories, SeatRepository sessions) {
        this.editions = editions;
        this.territories = territories;
        this.sessions = sessions;
    }

    /// What a form is shown with: what to correct, schools to choose from, and the lock its event had when the person
    /// read it.
    record Shown(List<Problem> problems, List<School> candidates, int lock) {
        static Shown with(List<Problem> problems, int lock) {
            return new Shown(problems, List.of(), lock);
        }
    }

    String blank(EventForm form, Shown shown, List<Organisation> organisations, Model model) {
        fill(form, shown, editions.offered(), model);
        model.addAttribute("action", "/espace/evenements");
        model.addAttribute("standing", null);
        model.addAttribute("sessions", List.of());
        model.addAttribute(
                "organisations",
                Choice.of(organisations, one -> one.id().value().toString(), Organisation::name));
        return "event/organiserForm";
    }

    String change(Standing standing, EventForm form, Shown shown, Model model) {
        fill(form, shown, editions.offered(standing), model);
        model.addAttribute(
                "action",
                "/espace/evenements/%s/modifier".formatted(standing.event().id().value()));
        model.addAttribute("standing", standing);
        model.addAttribute("sessions", sessions.ofEvent(standing.event().id()));
        model.addAttribute("organisations", List.of());
        return "event/organiserForm";
    }

    private void fill(EventForm form, Shown shown, List<Edition> offered, Model model) {
        var edition = editions.chosen(form, offered)
                .or(() -> offered.stream().findFirst())
                .orElse(null);
        model.addAttribute("form", form.shown(shown.problems()));
        model.addAttribute("typed", form);
        model.addAttribute("candidates", shown.candidates());
        model.addAttribute("lock", shown.lock());
        model.addAttribute("edition", edition);
        model.addAttribute(
                "editions", Choice.of(offered, one -> one.id().value().toString(), ContentWords::edition));
        model.addAttribute("choices", choices(edition));
        model.addAttribute("clocks", clocks(form));
    }

    private EventFormChoices choices(@Nullable Edition edition) {
        var kinds = edition == null ? List.<Edition.Kind>of() : edition.kinds();
        return new EventFormChoices(
                Choice.of(kinds, Edition.Kind::code, Edition.Kind::name),
                Choice.of(List.of(Format.values()), Enum::name, EventFormChoices::sentence),
                Choice.of(List.of(Audience.values()), Enum::name, Audience::french),
                Choice.of(Arrays.asList(Accessibility.values()), Enum::name, Accessibility::french),
                Choice.of(
                        territories.departements(),
                        departement -> departement.code(),
                        departement -> "%s %s".formatted(departement.code(), departement.name())),
                Choice.of(List.of(EventContent.Gender.values()), Enum::name, EventContent.Gender::french));
    }

    /// Whose hours are typed: « heure de La Réunion », or of Paris.
    private String clocks(EventForm form) {
        var codes = form.text("format").equals(Format.AT_SCHOOL.name())
                ? form.chosen("offeredIn")
                : List.of(form.text("departement"));
        var far = codes.stream()
                .flatMap(code -> territories.departement(code).stream())
                .filter(departement -> !departement.zone().equals(EventContent.PARIS))
                .map(departement -> departement.name())
                .collect(Collectors.joining(", "));
        return far.isEmpty() ? "heure de Paris, ou heure locale si le lieu est outre-mer" : "heure locale : " + far;
    }

    /// Whether the button pressed only asks for a row more or less; if so, the row has come or gone.
    static boolean changesRows(EventForm form, @Nullable String action) {
        var words = (action == null ? "" : action).split(" ", 2);
        var row = words.length < 2 ? -1 : Typed.number(words[1]).orElse(-1);
        switch (words[0]) {
            case "add-session" -> form.withSession();
            case "add-speaker" -> form.withSpeaker();
            case "remove-session" -> form.withoutSession(row);
            case "remove-speaker" -> form.withoutSpeaker(row);
            default -> {
                return false;
            }
        }
        return true;
    }
}
