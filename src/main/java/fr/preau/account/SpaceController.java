package fr.preau.account;

import fr.preau.web.Form;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/// « Mon espace »: what a signed-in person can do, in one page.
@Controller
class SpaceController {
    private final Accounts accounts;
    private final Roles names;
    private final StaffRequests requests;
    private final Invitations invitations;
    private final ObjectProvider<Doors> doors;
    private final Entrance entrance;

    SpaceController(
            Accounts accounts,
            Roles names,
            StaffRequests requests,
            Invitations invitations,
            ObjectProvider<Doors> doors,
            Entrance entrance) {
        this.accounts = accounts;
        this.names = names;
        this.requests = requests;
        this.invitations = invitations;
        this.doors = doors;
        this.entrance = entrance;
    }

    @GetMapping("/espace")
    String space(Viewer viewer, Model model) {
        model.addAttribute("viewer", viewer);
        model.addAttribute(
                "doors",
                doors.orderedStream()
                        .map(module -> module.doorsFor(viewer))
                        .flatMap(Collection::stream)
                        .toList());
        model.addAttribute(
                "roles", viewer.roles().stream().map(names::named).sorted().toList());
        model.addAttribute(
                "waiting",
                requests.of(viewer).stream()
                        .map(request -> names.named(request.role()))
                        .toList());
        model.addAttribute("invitations", invitations.to(viewer).size());
        return "account/space";
    }

    @GetMapping("/espace/nom")
    String name(Viewer viewer, Model model) {
        model.addAttribute("form", Form.filled(Map.of("nom", viewer.name())));
        return "account/name";
    }

    @PostMapping("/espace/nom")
    String rename(
            Viewer viewer,
            @Valid @ModelAttribute NameForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("form", Form.of(errors));
            return "account/name";
        }
        accounts.rename(viewer.person(), form.name());
        entrance.enter(accounts.find(viewer.person()).orElseThrow(), request, response);
        Notice.say(response, "Votre nom est enregistré.");
        return "redirect:/espace";
    }
}
