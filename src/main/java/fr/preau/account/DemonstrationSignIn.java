package fr.preau.account;

import fr.preau.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// « Se connecter en tant que… »: in the demonstration only, and only as people it made up. Elsewhere this page does
/// not exist.
@Controller
@Profile("demonstration")
class DemonstrationSignIn {
    private final Accounts accounts;
    private final RoleRepository held;
    private final Roles names;
    private final Entrance entrance;

    DemonstrationSignIn(Accounts accounts, RoleRepository held, Roles names, Entrance entrance) {
        this.accounts = accounts;
        this.held = held;
        this.names = names;
        this.entrance = entrance;
    }

    /// As the page shows it.
    record Someone(UUID id, String name, List<String> roles) {}

    @GetMapping("/demonstration/connexion")
    String choose(Model model) {
        model.addAttribute(
                "people",
                accounts.demonstrationPeople().stream()
                        .map(person -> new Someone(person.id().value(), person.label(), roles(person)))
                        .toList());
        return "account/demonstration";
    }

    @PostMapping("/demonstration/connexion")
    String enter(@RequestParam UUID personne, HttpServletRequest request, HttpServletResponse response) {
        var person = accounts.demonstrationPeople().stream()
                .filter(one -> one.id().value().equals(personne))
                .findFirst()
                .orElseThrow(new NotFound("Cette personne n'est pas de la démonstration."));
        accounts.seen(person.id());
        entrance.enter(person, request, response);
        return "redirect:" + Destination.SPACE;
    }

    private List<String> roles(Person person) {
        return held.viewer(person.id().value())
                .map(viewer ->
                        viewer.roles().stream().map(names::named).sorted().toList())
                .orElse(List.of());
    }
}
