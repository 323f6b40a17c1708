package fr.preau.consultation;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The sceptic's page of the help: how seats are given, the weakness of each rule, how to check a draw alone.
@Controller
class RulesPage {
    @GetMapping("/aide/places")
    String rules() {
        return "consultation/rules";
    }
}
