package fr.preau.account;

import fr.preau.account.RoleRepository.Within;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Choice;
import fr.preau.web.Forbidden;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// Who holds which role within one's own territory: inviting, removing.
@Controller
class RoleController {
    private static final String HERE = "/espace/administration/roles";
    private static final int WORDS = 100;

    private final RoleRepository roles;
    private final GrantRules rules;
    private final Grants grants;
    private final Invitations invitations;
    private final Accounts accounts;
    private final Roles names;
    private final Territories territories;

    RoleController(
            RoleRepository roles,
            GrantRules rules,
            Grants grants,
            Invitations invitations,
            Accounts accounts,
            Roles names,
            Territories territories) {
        this.roles = roles;
        this.rules = rules;
        this.grants = grants;
        this.invitations = invitations;
        this.accounts = accounts;
        this.names = names;
        this.territories = territories;
    }

    /// As the page shows it: `role` and `place` are what the button to remove it sends back.
    record Line(PersonId person, String name, String mail, String what, String since, String role, String place) {}

    record Pending(UUID id, String mail, String what, String until) {}

    @GetMapping(HERE)
    String show(
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model model) {
        allow(viewer);
        return show(Form.empty(), search(qui), page, viewer, model);
    }

    @PostMapping(HERE)
    String invite(
            Viewer viewer,
            @ModelAttribute RoleForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        allow(viewer);
        var role = form.role(territories);
        if (form.mailForm().mail().isEmpty()) {
            errors.rejectValue("courriel", "refused", MailForm.INCOMPLETE);
        }
        if (role.isEmpty()) {
            errors.rejectValue("territoire", "refused", "Choisissez un territoire de la liste.");
        }
        if (role.isPresent() && !errors.hasErrors()) {
            var offer = invitations.offer(viewer, form.mailForm(), role.get());
            Forbidden.unless(offer != Invitations.Offer.NOT_ALLOWED, "Ce territoire n'est pas à l'intérieur du vôtre.");
            if (said(offer, errors, response)) {
                return "redirect:" + HERE;
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(Form.of(errors), "", 1, viewer, model);
    }

    @PostMapping(HERE + "/retrait")
    String remove(Viewer viewer, @ModelAttribute RoleForm.Removal form, HttpServletResponse response) {
        var unknown = new NotFound("Ce rôle n'existe pas, ou plus.");
        if (form.personne() == null || form.role() == null || form.lieu() == null) {
            throw unknown;
        }
        var person = accounts.find(new PersonId(form.personne())).orElseThrow(unknown);
        var role = RoleRow.parse(form.role(), form.lieu(), territories).orElseThrow(unknown);
        var removal = grants.take(viewer, person, role);
        Forbidden.unless(removal != Grants.Removal.NOT_ALLOWED, "Ce rôle n'est pas à l'intérieur de votre territoire.");
        Notice.say(
                response,
                switch (removal) {
                    case DONE -> "Rôle retiré à " + person.label() + ".";
                    case LAST -> "La plateforme garde toujours un pilote : donnez d'abord ce rôle à quelqu'un d'autre.";
                    case NOT_HELD, NOT_ALLOWED -> "Cette personne n'a déjà plus ce rôle.";
                });
        return person.id().equals(viewer.id()) ? "redirect:/espace" : "redirect:" + HERE;
    }

    @PostMapping(HERE + "/invitations/{id}/annulation")
    String withdraw(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        allow(viewer);
        var invitation = invitations.find(id).orElseThrow(new NotFound("Cette invitation ne sert déjà plus."));
        Forbidden.unless(
                invitations.withdraw(viewer, invitation),
                "Cette invitation n'est pas à l'intérieur de votre territoire.");
        Notice.say(response, "L'invitation est annulée : son lien ne sert plus.");
        return "redirect:" + HERE;
    }

    private static void allow(Viewer viewer) {
        Forbidden.unless(
                viewer.isPilot() || viewer.isCoordinator(), "Seuls le pilotage et la coordination donnent des rôles.");
    }

    private static boolean said(Invitations.Offer offer, BindingResult errors, HttpServletResponse response) {
        return switch (offer) {
            case SENT -> {
                Notice.say(response, "L'invitation est partie : elle est valable quatorze jours.");
                yield true;
            }
            case GIVEN -> {
                Notice.say(response, "Le rôle est donné : cette personne avait déjà un compte, un message le lui dit.");
                yield true;
            }
            case ALREADY_HELD -> {
                errors.rejectValue("courriel", "refused", "Cette personne a déjà ce rôle.");
                yield false;
            }
            case TOO_MANY, NOT_ALLOWED -> {
                errors.reject(
                        "refused", "Beaucoup d'invitations d'un coup : attendez un quart d'heure, puis recommencez.");
                yield false;
            }
        };
    }

    private String show(Form form, String words, int page, Viewer viewer, Model model) {
        var within = within(viewer);
        var pattern = words.isEmpty() ? "" : "%" + words + "%";
        var here = UriComponentsBuilder.fromPath(HERE)
                .queryParam("qui", words)
                .encode()
                .toUriString();
        var pager = Pager.near(page, roles.count(within, pattern), here);
        model.addAttribute("form", form);
        model.addAttribute("pager", pager);
        model.addAttribute("words", words);
        model.addAttribute(
                "lines",
                roles.page(within, pattern, pager.number()).stream()
                        .map(this::line)
                        .toList());
        model.addAttribute(
                "pending",
                invitations.by(viewer).stream()
                        .map(one ->
                                new Pending(one.id(), one.mail(), names.named(one.role()), Dates.day(one.expiresAt())))
                        .toList());
        model.addAttribute("territories", offered(viewer));
        return "account/roles";
    }

    private Line line(Held held) {
        var row = RoleRow.of(held.role());
        return new Line(
                held.person().id(),
                held.person().name(),
                held.person().mail(),
                names.named(held.role()),
                Dates.day(held.since()),
                row.role(),
                row.place());
    }

    /// The territories this viewer may give a role on, the nation first.
    private List<Choice> offered(Viewer viewer) {
        var nation = viewer.isPilot()
                ? Stream.of(new Choice(RoleForm.NATION, "Toute la France (pilotage national)"))
                : Stream.<Choice>empty();
        var inside = all().filter(territory -> rules.mayGive(viewer, new Role.Coordinator(territory)))
                .map(territory -> new Choice(territory.key(), Roles.place(territory)));
        return Stream.concat(nation, inside).toList();
    }

    private Within within(Viewer viewer) {
        return new Within(
                viewer.isPilot(),
                all().filter(territory -> rules.mayGive(viewer, new Role.Coordinator(territory)))
                        .map(Territory::key)
                        .collect(Collectors.toUnmodifiableSet()),
                viewer.coordinated().stream()
                        .flatMap(territory -> territories.codesOf(territory).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Stream<Territory> all() {
        return Stream.of(
                        territories.regions().stream(),
                        territories.academies().stream(),
                        territories.departements().stream().map(Departement::territory))
                .flatMap(level -> level);
    }

    /// What is looked for, without what a search cannot use.
    static String search(String typed) {
        var words = typed.replaceAll("[\\p{Cntrl}%_\\\\]", "").strip();
        return words.substring(0, Math.min(WORDS, words.length()));
    }
}
