package fr.preau.account;

import fr.preau.account.StaffForm.Work;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Uai;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The schools a person works in: what is confirmed, what waits, asking for another, leaving.
@Controller
class StaffController {
    private final StaffRequests requests;
    private final Schools schools;
    private final Accounts accounts;
    private final Grants grants;
    private final Roles names;
    private final Entrance entrance;

    StaffController(
            StaffRequests requests, Schools schools, Accounts accounts, Grants grants, Roles names, Entrance entrance) {
        this.requests = requests;
        this.schools = schools;
        this.accounts = accounts;
        this.grants = grants;
        this.names = names;
        this.entrance = entrance;
    }

    /// As the page shows it: `role` and `place` are what the button to leave sends back.
    record Confirmed(String what, String role, String place) {}

    record Waiting(UUID id, String what, String since) {}

    @GetMapping("/espace/etablissements")
    String show(Viewer viewer, Model model) {
        return show(Form.filled(Map.of("nom", viewer.name())), List.of(), viewer, model);
    }

    /// The form of a class, for whoever came from there to say where they work.
    @ModelAttribute("back")
    String back(@RequestParam(defaultValue = "") String vers) {
        var page = Destination.of(vers);
        return page.startsWith("/evenements/") ? page : "";
    }

    @PostMapping("/espace/etablissements")
    String ask(
            Viewer viewer,
            @Valid @ModelAttribute StaffForm form,
            BindingResult errors,
            @ModelAttribute(name = "back", binding = false) String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var found = resolve(form, errors);
        if (errors.hasErrors() || !(found instanceof Schools.Resolved.Found(var school))) {
            return refused(errors, found, viewer, response, model);
        }
        rename(viewer, form.name(), request, response);
        var renamed = new Viewer(viewer.id(), viewer.mail(), form.name(), viewer.roles());
        var refusal = refusal(requests.ask(renamed, school, form.fonction() == Work.SCHOOL_HEAD), school, response);
        if (refusal.isPresent()) {
            errors.reject("refused", refusal.get());
            return refused(errors, found, renamed, response, model);
        }
        return back.isEmpty()
                ? "redirect:/espace/etablissements"
                : "redirect:/espace/etablissements?vers=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    @PostMapping("/espace/etablissements/demandes/{id}/retrait")
    String withdraw(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        if (!requests.withdraw(viewer, id)) {
            throw new NotFound("Cette demande n'attend plus de réponse.");
        }
        Notice.say(response, "Votre demande est retirée.");
        return "redirect:/espace/etablissements";
    }

    @PostMapping("/espace/etablissements/depart")
    String leave(
            @RequestParam Work fonction,
            @RequestParam String etablissement,
            Viewer viewer,
            HttpServletResponse response) {
        var school = Uai.parse(etablissement).orElseThrow(new NotFound("Cet établissement n'existe pas."));
        var role = fonction == Work.SCHOOL_HEAD ? new Role.SchoolHead(school) : new Role.Teacher(school);
        grants.take(viewer, accounts.find(viewer.person()).orElseThrow(), role);
        Notice.say(response, "C'est noté : vous n'y travaillez plus.");
        return "redirect:/espace/etablissements";
    }

    private Schools.Resolved resolve(StaffForm form, BindingResult errors) {
        if (form.etablissement() == null || errors.hasFieldErrors("etablissement")) {
            return new Schools.Resolved.None();
        }
        var found = schools.resolve(form.etablissement());
        switch (found) {
            case Schools.Resolved.Found _ -> {}
            case Schools.Resolved.Several _ ->
                Form.of(errors).refuse("etablissement", "Plusieurs établissements portent ce nom : choisissez.");
            case Schools.Resolved.None _ ->
                Form.of(errors)
                        .refuse(
                                "etablissement",
                                "Aucun établissement ne ressemble à cela : écrivez son nom et sa commune, ou son numéro UAI.");
        }
        return found;
    }

    private void rename(Viewer viewer, String name, HttpServletRequest request, HttpServletResponse response) {
        if (!name.equals(viewer.name())) {
            accounts.rename(viewer.person(), name);
            entrance.enter(accounts.find(viewer.person()).orElseThrow(), request, response);
        }
    }

    private static Optional<String> refusal(StaffRequests.Asking asking, School school, HttpServletResponse response) {
        return switch (asking) {
            case SCHOOL_ASKED -> {
                Notice.say(
                        response,
                        "Un message est parti à l'adresse officielle de l'établissement : sa réponse vous donnera accès.");
                yield Optional.empty();
            }
            case COORDINATOR_ASKED -> {
                Notice.say(
                        response,
                        "L'annuaire ne donne pas d'adresse pour cet établissement : la coordination de votre territoire va répondre.");
                yield Optional.empty();
            }
            case ALREADY_HELD -> Optional.of("C'est déjà confirmé pour " + school.label() + ".");
            case ALREADY_ASKED -> Optional.of("Votre demande pour " + school.label() + " attend déjà une réponse.");
            case TOO_MANY ->
                Optional.of("Beaucoup de demandes d'un coup : attendez un quart d'heure, puis recommencez.");
        };
    }

    private String refused(
            BindingResult errors, Schools.Resolved found, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var candidates = found instanceof Schools.Resolved.Several(var several) ? several : List.<School>of();
        return show(Form.of(errors), candidates, viewer, model);
    }

    private String show(Form form, List<School> candidates, Viewer viewer, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("candidates", candidates);
        model.addAttribute("work", Choice.of(List.of(Work.values()), Work::name, Work::french));
        model.addAttribute(
                "confirmed",
                viewer.roles().stream()
                        .filter(role -> role instanceof Role.Teacher || role instanceof Role.SchoolHead)
                        .map(role -> new Confirmed(
                                names.named(role),
                                RoleRow.of(role).role(),
                                RoleRow.of(role).place()))
                        .toList());
        model.addAttribute(
                "waiting",
                requests.of(viewer).stream()
                        .map(one -> new Waiting(one.id(), names.named(one.role()), Dates.day(one.askedAt())))
                        .toList());
        return "account/schools";
    }
}
