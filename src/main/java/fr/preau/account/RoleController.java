package fr.preau.account;

import fr.preau.account.RoleRepository.Within;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// Who holds which role within one's own territory, and taking one away.
@Controller
class RoleController {
    static final String HERE = "/espace/administration/roles";
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

    /// As the page shows it: `removal` is what the button to remove it sends back.
    record Line(String name, String mail, String what, String since, RoleForm.Removal removal) {}

    record Pending(UUID id, String mail, String what, String until) {}

    @GetMapping(HERE)
    String show(
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model model) {
        RoleInvitationController.allow(viewer);
        var words = search(qui);
        var within = within(viewer);
        var pattern = words.isEmpty() ? "" : "%" + words + "%";
        var here = UriComponentsBuilder.fromPath(HERE)
                .queryParam("qui", words)
                .encode()
                .toUriString();
        var pager = Pager.near(page, roles.count(within, pattern), here);
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
        return "account/roles";
    }

    @PostMapping(HERE + "/retrait")
    String remove(Viewer viewer, @RequestParam(defaultValue = "") String retrait, HttpServletResponse response) {
        var unknown = new NotFound("Ce rôle n'existe pas, ou plus.");
        var named = RoleForm.Removal.parse(retrait).orElseThrow(unknown);
        var person = accounts.find(named.person()).orElseThrow(unknown);
        var role = RoleRow.parse(named.role(), named.place(), territories).orElseThrow(unknown);
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

    private Line line(Held held) {
        var row = RoleRow.of(held.role());
        return new Line(
                held.person().name(),
                held.person().mail(),
                names.named(held.role()),
                Dates.day(held.since()),
                new RoleForm.Removal(held.person().id(), row.role(), row.place()));
    }

    private Within within(Viewer viewer) {
        return new Within(
                viewer.isPilot(),
                rules.within(viewer).map(Territory::key).collect(Collectors.toUnmodifiableSet()),
                viewer.coordinated().stream()
                        .flatMap(territory -> territories.codesOf(territory).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// What is looked for, without what a search cannot use.
    static String search(String typed) {
        var words = typed.replaceAll("[\\p{Cntrl}%_\\\\]", "").strip();
        return words.substring(0, Math.min(WORDS, words.length()));
    }
}
