package fr.preau.account;

import fr.preau.account.Membership.Creation;
import fr.preau.territory.Schools;
import fr.preau.territory.Territories;
import fr.preau.web.Choice;
import fr.preau.web.Forbidden;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// An organisation's own pages: create, see, correct it.
@Controller
class OrganisationController {
    private final Membership membership;
    private final Invitations invitations;
    private final Territories territories;
    private final Schools schools;

    OrganisationController(Membership membership, Invitations invitations, Territories territories, Schools schools) {
        this.membership = membership;
        this.invitations = invitations;
        this.territories = territories;
        this.schools = schools;
    }

    @GetMapping("/espace/organisations")
    String mine(Viewer viewer, Model model) {
        model.addAttribute("organisations", membership.of(viewer));
        return "account/organisations";
    }

    @GetMapping("/espace/organisations/nouvelle")
    String blank(Viewer viewer, Model model) {
        return form(Form.empty(), viewer, model);
    }

    @PostMapping("/espace/organisations")
    String create(
            Viewer viewer,
            @Valid @ModelAttribute OrganisationForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        check(form, errors);
        if (errors.hasErrors()) {
            return refused(errors, viewer, response, model);
        }
        return switch (membership.create(viewer, form.profile(form.id()), form.isAnotherOfThatName())) {
            case Creation.Created(var id) -> {
                Notice.say(response, "L'organisation est créée. Invitez vos collègues, ou proposez un événement.");
                yield "redirect:/espace/organisations/" + id.value();
            }
            case Creation.SameName(var others) -> {
                model.addAttribute("others", others);
                errors.reject("refused", "Une organisation porte déjà ce nom : regardez si c'est la vôtre.");
                yield refused(errors, viewer, response, model);
            }
            case Creation.NotYourSchool() -> {
                errors.rejectValue("etablissement", "refused", "Choisissez un établissement où vous êtes confirmé.");
                yield refused(errors, viewer, response, model);
            }
            case Creation.SchoolHasOne() -> {
                errors.rejectValue(
                        "etablissement",
                        "refused",
                        "Cet établissement a déjà son organisation : demandez à un de ses membres de vous inviter.");
                yield refused(errors, viewer, response, model);
            }
        };
    }

    @GetMapping("/espace/organisations/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        return show(managed(id, viewer), Form.empty(), viewer, model);
    }

    String show(OrganisationProfile profile, Form form, Viewer viewer, Model model) {
        model.addAttribute("profile", profile);
        model.addAttribute(
                "departement",
                territories
                        .departement(profile.departement())
                        .map(one -> one.name())
                        .orElse(""));
        model.addAttribute("members", membership.members(profile.id()));
        model.addAttribute("invited", invitations.toRole(new Role.Member(profile.id())));
        model.addAttribute("viewer", viewer);
        model.addAttribute("form", form);
        return "account/organisation";
    }

    @GetMapping("/espace/organisations/{id}/modifier")
    String edit(@PathVariable UUID id, Viewer viewer, Model model) {
        var profile = managed(id, viewer);
        model.addAttribute("profile", profile);
        return form(Form.filled(OrganisationForm.of(profile).values()), viewer, model);
    }

    @PostMapping("/espace/organisations/{id}/modifier")
    String update(
            @PathVariable UUID id,
            Viewer viewer,
            @Valid @ModelAttribute OrganisationForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        var profile = managed(id, viewer);
        check(form, errors);
        if (errors.hasErrors()) {
            model.addAttribute("profile", profile);
            return refused(errors, viewer, response, model);
        }
        membership.update(form.profile(profile.id()));
        Notice.say(response, "L'organisation est à jour.");
        return "redirect:/espace/organisations/" + id;
    }

    OrganisationProfile managed(UUID id, Viewer viewer) {
        var profile = membership
                .find(new OrganisationId(id))
                .orElseThrow(new NotFound("Cette organisation n'existe pas, ou plus."));
        Forbidden.unless(viewer.manages(profile.id()), "Seuls les membres de cette organisation ouvrent cette page.");
        return profile;
    }

    private void check(OrganisationForm form, BindingResult errors) {
        if (form.kind().isEmpty()) {
            errors.rejectValue("nature", "refused", "Choisissez ce qu'est l'organisation.");
        }
        if (form.departement() == null
                || territories.departement(form.departement()).isEmpty()) {
            errors.rejectValue("departement", "refused", "Choisissez un département.");
        }
        if (form.kind().equals(Optional.of(Organisation.Kind.SCHOOL))
                && form.school().isEmpty()) {
            errors.rejectValue("etablissement", "refused", "Choisissez l'établissement.");
        }
        form.check(errors);
    }

    private String refused(BindingResult errors, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(Form.of(errors), viewer, model);
    }

    private String form(Form form, Viewer viewer, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", kinds(viewer));
        model.addAttribute("schools", schools(viewer));
        model.addAttribute(
                "departements",
                Choice.of(territories.departements(), one -> one.code(), one -> one.code() + " – " + one.name()));
        return "account/organisationForm";
    }

    /// Only those confirmed in a school may speak for one.
    private static List<Choice> kinds(Viewer viewer) {
        var offered = Stream.of(Organisation.Kind.values())
                .filter(kind ->
                        kind != Organisation.Kind.SCHOOL || !viewer.schools().isEmpty())
                .toList();
        return Choice.of(offered, Organisation.Kind::name, Organisation.Kind::french);
    }

    private List<Choice> schools(Viewer viewer) {
        return viewer.schools().isEmpty()
                ? List.of()
                : Choice.of(
                        schools.find(viewer.schools()).values(),
                        school -> school.uai().value(),
                        school -> school.label());
    }
}
