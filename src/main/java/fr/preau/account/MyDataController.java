package fr.preau.account;

import fr.preau.retention.Kept;
import fr.preau.retention.KeptFile;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/// « Mes données »: what is kept about the person signed in, to see, take away, correct or remove.
@Controller
class MyDataController {
    private static final String HERE = "/espace/mes-donnees";

    private final ObjectProvider<AccountRecords> records;
    private final AddressChange addresses;
    private final AccountRemoval removal;
    private final LeavingPages leaving;

    MyDataController(
            ObjectProvider<AccountRecords> records,
            AddressChange addresses,
            AccountRemoval removal,
            LeavingPages leaving) {
        this.records = records;
        this.addresses = addresses;
        this.removal = removal;
        this.leaving = leaving;
    }

    /// The address one would rather have.
    record AddressForm(@Nullable String courriel) {}

    @GetMapping(HERE)
    String show(Viewer viewer, HttpServletResponse response, Model model) {
        return page(viewer, Form.filled(Map.of("courriel", "")), response, model);
    }

    @GetMapping(HERE + ".json")
    ResponseEntity<byte[]> file(Viewer viewer) {
        return KeptFile.of("mes-donnees-preau.json", kept(viewer));
    }

    @PostMapping(HERE + "/adresse")
    String change(
            Viewer viewer,
            @ModelAttribute AddressForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        var mail = MailAddress.parse(String.valueOf(form.courriel()));
        var typed = Form.of(errors);
        if (mail.isEmpty()) {
            typed.refuse("courriel", MailForm.INCOMPLETE);
        } else if (mail.get().value().equals(viewer.mail())) {
            typed.refuse("courriel", "C'est déjà votre adresse.");
        } else if (!addresses.ask(viewer.person(), mail.get())) {
            typed.refuse("courriel", "Beaucoup de demandes d'un coup : attendez un quart d'heure, puis recommencez.");
        }
        if (typed.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, typed, response, model);
        }
        Notice.say(
                response,
                "Un courriel part à la nouvelle adresse : ouvrez le lien qu'il contient. Jusque-là, rien ne change.");
        return "redirect:" + HERE;
    }

    @GetMapping(HERE + "/suppression")
    String confirmRemoval(Viewer viewer, Model model) {
        model.addAttribute("leaving", leaving.of(viewer));
        return "account/leaving";
    }

    @PostMapping(HERE + "/suppression")
    String remove(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        if (!removal.remove(viewer.person(), Actor.of(viewer))) {
            Notice.say(
                    response,
                    "Vous êtes le dernier pilote : donnez d'abord ce rôle à quelqu'un d'autre, puis revenez.");
            return "redirect:" + HERE + "/suppression";
        }
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        Notice.say(response, "Votre compte est supprimé. Merci d'avoir été là.");
        return "redirect:/";
    }

    private String page(Viewer viewer, Form form, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("sections", kept(viewer));
        model.addAttribute("form", form);
        return "account/myData";
    }

    private List<Kept> kept(Viewer viewer) {
        var person = new Person(viewer.person(), String.valueOf(viewer.mail()), viewer.name());
        return records.orderedStream()
                .map(module -> module.about(person))
                .flatMap(Collection::stream)
                .toList();
    }
}
