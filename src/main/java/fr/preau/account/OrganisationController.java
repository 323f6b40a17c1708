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
import java.util.Objects;
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
        return form(Form.empty(), 0, viewer, model);
    }

    @PostMapping("/espace/organisations")
    String create(
            Viewer viewer,
            @Valid @ModelAttribute OrganisationForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        check(form, viewer, errors);
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
        return form(Form.filled(OrganisationForm.of(profile).values()), membership.lock(profile.id()), viewer, model);
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
        check(form, viewer, errors);
        if (errors.hasErrors()) {
            model.addAttribute("profile", profile);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(Form.of(errors), form.seen(), viewer, model);
        }
        if (!membership.update(form.profile(profile.id()), form.seen())) {
            return overtaken(membership.find(profile.id()).orElseThrow(), errors, viewer, response, model);
        }
        Notice.say(response, "L'organisation est à jour.");
        return "redirect:/espace/organisations/" + id;
    }

    /// What was typed, and what somebody else wrote meanwhile; saving once more is now a choice.
    private String overtaken(
            OrganisationProfile there, BindingResult errors, Viewer viewer, HttpServletResponse response, Model model) {
        errors.reject(
                "refused",
                "Quelqu'un d'autre a corrigé cette organisation pendant que vous écriviez : %s, %s, %s, %s. Ce que vous avez écrit est gardé ici ; enregistrez encore pour qu'il prenne la place."
                        .formatted(
                                there.name(),
                                there.commune(),
                                Objects.toString(there.site(), "pas de site"),
                                Objects.toString(there.siren(), "pas de SIREN")));
        model.addAttribute("profile", there);
        response.setStatus(HttpStatus.CONFLICT.value());
        return form(Form.of(errors), membership.lock(there.id()), viewer, model);
    }

    OrganisationProfile managed(UUID id, Viewer viewer) {
        var profile = membership
                .find(new OrganisationId(id))
                .orElseThrow(new NotFound("Cette organisation n'existe pas, ou plus."));
        Forbidden.unless(viewer.manages(profile.id()), "Seuls les membres de cette organisation ouvrent cette page.");
        return profile;
    }

    private void check(OrganisationForm form, Viewer viewer, BindingResult errors) {
        if (form.kind().isEmpty()) {
            errors.rejectValue("nature", "refused", "Choisissez ce qu'est l'organisation.");
        }
        if (form.departement() == null
                || territories.departement(form.departement()).isEmpty()) {
            errors.rejectValue("departement", "refused", "Choisissez un département.");
        }
        if (form.kind().equals(Optional.of(Organisation.Kind.SCHOOL))
                && form.school().isEmpty()) {
            errors.rejectValue(
                    viewer.schools().isEmpty() ? "nature" : "etablissement",
                    "refused",
                    viewer.schools().isEmpty()
                            ? "Seules les personnes confirmées dans un établissement publient pour lui : demandez-le d'abord dans « Mes établissements »."
                            : "Choisissez l'établissement.");
        }
        form.check(errors);
    }

    private String refused(BindingResult errors, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(Form.of(errors), 0, viewer, model);
    }

    private String form(Form form, int lock, Viewer viewer, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("lock", lock);
        model.addAttribute(
                "kinds",
                Choice.of(List.of(Organisation.Kind.values()), Organisation.Kind::name, Organisation.Kind::french));
        model.addAttribute("schools", schools(viewer));
        model.addAttribute(
                "departements",
                Choice.of(territories.departements(), one -> one.code(), one -> one.code() + " – " + one.name()));
        return "account/organisationForm";
    }

    /// Only those confirmed in a school may speak for one.
    private List<Choice> schools(Viewer viewer) {
        return viewer.schools().isEmpty()
                ? List.of()
                : Choice.of(
                        schools.find(viewer.schools()).values(),
                        school -> school.uai().value(),
                        school -> school.label());
    }
}
