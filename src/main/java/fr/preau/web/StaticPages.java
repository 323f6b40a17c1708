package fr.preau.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The help, and the pages the law asks for (the privacy page is `retention`'s, which knows the promises).
@Controller
class StaticPages {
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
}
