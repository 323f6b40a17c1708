package fr.preau.registration;

import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where a form leads that was sent for somebody's address: the same page, whatever became of it. Within the hour, the
/// browser that sent it may take it back: an address is soon mistyped, and its letter then reaches nobody.
@Controller
@RequestMapping("/evenements/{event}/seances/{session}/envoi/{receipt}")
class ReceiptController {
    private final AskPages pages;
    private final Receipts receipts;

    ReceiptController(AskPages pages, Receipts receipts) {
        this.pages = pages;
        this.receipts = receipts;
    }

    static String path(SeatRequest request) {
        return "/evenements/%s/seances/%s/envoi/%s"
                .formatted(request.event().value(), request.session().value(), request.receipt());
    }

    @ModelAttribute("ways")
    AskPages.Ways ways(@PathVariable UUID event, @PathVariable UUID session, HttpServletResponse response) {
        ManageController.keepSecret(response);
        return pages.ways(new EventId(event), new SessionId(session));
    }

    @GetMapping
    String show(@PathVariable UUID receipt, Model model) {
        model.addAttribute("receipt", receipt);
        return "registration/receipt";
    }

    @PostMapping("/annulation")
    String undo(
            @ModelAttribute(name = "ways", binding = false) AskPages.Ways ways,
            @PathVariable UUID receipt,
            HttpServletResponse response) {
        receipts.undo(receipt);
        Notice.say(response, "La demande est annulée : ce qu'elle avait pris est rendu.");
        return "redirect:" + ways.path();
    }
}
