package fr.preau.registration;

import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The switch of reminders, behind a registration's own link.
@Controller
class ReminderController {
    private final Registrations registrations;
    private final ReminderRepository reminders;

    ReminderController(Registrations registrations, ReminderRepository reminders) {
        this.registrations = registrations;
        this.reminders = reminders;
    }

    @PostMapping("/inscriptions/{key}/rappels")
    String choose(@PathVariable String key, @RequestParam boolean oui, HttpServletResponse response) {
        var held = registrations.held(key).orElseThrow(HeldPages.unknown());
        if (!held.stands()) {
            return "redirect:" + held.registration().path();
        }
        reminders.refuse(held.registration().id(), !oui);
        Notice.say(
                response,
                oui
                        ? "Vous recevrez un rappel une semaine avant, et un autre la veille."
                        : "C'est noté : vous ne recevrez plus de rappel. Votre inscription ne change pas.");
        return "redirect:" + held.registration().path();
    }
}
