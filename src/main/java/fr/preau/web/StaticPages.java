package fr.preau.web;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/// The help, and the pages the law asks for (the privacy page is `retention`'s, which knows the promises).
@Controller
class StaticPages {
    private final boolean demonstration;

    StaticPages(Environment environment) {
        this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
    }

    @GetMapping("/aide")
    String help() {
        return "web/help";
    }

    @GetMapping("/accessibilite")
    String accessibility() {
        return "web/accessibility";
    }

    @GetMapping("/mentions-legales")
    String legal() {
        return "web/legal";
    }

    @ModelAttribute("demonstration")
    boolean demonstration() {
        return demonstration;
    }
}
