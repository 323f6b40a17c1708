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
    private static final String ELSEWHERE = "Ce rôle n'est pas à l'intérieur de votre territoire.";

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

    /// As the page shows it: `removal` is what the button to remove it sends back, where this viewer may.
    record Line(String name, String mail, String what, String since, RoleForm.Removal removal, boolean removable) {}

    /// A role about to be taken away, and how many people would still have it.
    record Taking(Person person, String what, RoleForm.Removal removal, int others) {}

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
                        .map(held -> line(held, viewer))
                        .toList());
        model.addAttribute(
                "pending",
                invitations.by(viewer).stream()
                        .map(one ->
                                new Pending(one.id(), one.mail(), names.named(one.role()), Dates.day(one.expiresAt())))
                        .toList());
        return "account/roles";
    }

    /// Asked once more: a role taken away by mistake has to be offered and accepted again.
    @GetMapping(HERE + "/retrait")
    String ask(Viewer viewer, @RequestParam(defaultValue = "") String retrait, Model model) {
        var asked = asked(retrait);
        Forbidden.unless(rules.mayTake(viewer, asked.role(), asked.person().id()), ELSEWHERE);
        var others = roles.countHolders(asked.role()) - (grants.holds(asked.person(), asked.role()) ? 1 : 0);
        model.addAttribute("taking", new Taking(asked.person(), names.named(asked.role()), asked.removal(), others));
        return "account/roleRemoval";
    }

    private record Asked(Person person, Role role, RoleForm.Removal removal) {}

    private Asked asked(String retrait) {
        var unknown = new NotFound("Ce rôle n'existe pas, ou plus.");
        var named = RoleForm.Removal.parse(retrait).orElseThrow(unknown);
        return new Asked(
                accounts.find(named.person()).orElseThrow(unknown),
                RoleRow.parse(named.role(), named.place(), territories).orElseThrow(unknown),
                named);
    }

    @PostMapping(HERE + "/retrait")
    String remove(Viewer viewer, @RequestParam(defaultValue = "") String retrait, HttpServletResponse response) {
        var asked = asked(retrait);
        var person = asked.person();
        var removal = grants.take(viewer, person, asked.role());
        Forbidden.unless(removal != Grants.Removal.NOT_ALLOWED, ELSEWHERE);
        Notice.say(
                response,
                switch (removal) {
                    case DONE -> "Rôle retiré à " + person.label() + ".";
                    case LAST -> "La plateforme garde toujours un pilote : donnez d'abord ce rôle à quelqu'un d'autre.";
                    case NOT_HELD, NOT_ALLOWED -> "Cette personne n'a déjà plus ce rôle.";
                });
        return person.id().equals(viewer.id()) ? "redirect:/espace" : "redirect:" + HERE;
    }

    private Line line(Held held, Viewer viewer) {
        var row = RoleRow.of(held.role());
        return new Line(
                held.person().name(),
                held.person().mail(),
                names.named(held.role()),
                Dates.day(held.since()),
                new RoleForm.Removal(held.person().id(), row.role(), row.place()),
                rules.mayTake(viewer, held.role(), held.person().id()));
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
