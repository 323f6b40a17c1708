package fr.preau.showcase;

import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a family allowed, for whoever holds the address of the paper: no account, no reason asked, at once.
@Controller
@RequestMapping("/autorisations/{key}")
class FamilyController {
    private final MemberRepository members;
    private final ProjectRepository projects;
    private final Authorisations authorisations;

    FamilyController(MemberRepository members, ProjectRepository projects, Authorisations authorisations) {
        this.members = members;
        this.projects = projects;
        this.authorisations = authorisations;
    }

    @GetMapping
    String show(@PathVariable String key, Model model) {
        var member = find(key);
        model.addAttribute("member", member);
        model.addAttribute("project", projects.find(member.project()).orElseThrow());
        model.addAttribute("authorisations", authorisations.of(member));
        model.addAttribute("today", authorisations.today());
        return "showcase/family";
    }

    @PostMapping
    String withdraw(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable UUID autorisation,
            HttpServletResponse response) {
        var member = find(key);
        authorisations.of(member).stream()
                .filter(given -> given.id().equals(autorisation))
                .forEach(given -> authorisations.withdraw(given, Authorisation.Withdrawer.FAMILY));
        Notice.say(response, "C'est retiré, et déjà caché. L'enseignant est prévenu.");
        return "redirect:" + member.page();
    }

    private Member find(String key) {
        return members.findByKey(key)
                .orElseThrow(
                        new NotFound(
                                "Cette adresse n'ouvre rien, ou plus : elle est peut-être incomplète, ou ce qu'elle montrait est effacé."));
    }
}
