package fr.preau.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The pages the law asks for.
@Controller
class StaticPages {
    @GetMapping("/accessibilite")
    String accessibility() {
        return "web/accessibility";
    }
}
