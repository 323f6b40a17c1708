package fr.preau.attendance;

import fr.preau.web.QrCode;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The ticket of a registration, on a screen or on paper.
@Controller
class TicketController {
    private final Holder.Finder holders;
    private final TicketSigner signer;
    private final TicketRepository tickets;
    private final GuestList guests;

    TicketController(Holder.Finder holders, TicketSigner signer, TicketRepository tickets, GuestList guests) {
        this.holders = holders;
        this.signer = signer;
        this.tickets = tickets;
        this.guests = guests;
    }

    @GetMapping("/inscriptions/{key}/billet")
    String show(@PathVariable String key, HttpServletResponse response, Model model) {
        var holder = holders.find(key, response);
        var ticket = signer.ticket(holder.registration().id());
        tickets.remember(ticket);
        model.addAttribute("holder", holder);
        model.addAttribute("guest", guests.guest(holder.held()));
        model.addAttribute("ticket", ticket);
        model.addAttribute("qr", QrCode.of(ticket.text()));
        return "attendance/ticket";
    }
}
