package fr.preau.notification;

import fr.preau.account.Viewer;
import fr.preau.backup.RestoredCopy.Held;
import fr.preau.notification.Message.State;
import fr.preau.web.Forbidden;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What waits in the outbox and what was given up, for pilots: enough to see what is wrong, addresses masked.
@Controller
@RequestMapping("/espace/administration/courriers")
class OutboxController {
    private static final String REFUSED = "Seuls les pilotes nationaux suivent l'envoi des courriers.";

    private final MessageListRepository lists;
    private final Outbox outbox;
    private final SmtpServer server;
    private final HeldLetters held;
    private final Clock clock;

    OutboxController(
            MessageListRepository lists, Outbox outbox, SmtpServer server, HeldLetters held, Clock clock) {
        this.lists = lists;
        this.outbox = outbox;
        this.server = server;
        this.held = held;
        this.clock = clock;
    }

    /// Which of the two lists is shown; `query` is its name in the address.
    enum Shown {
        WAITING("attente"),
        FAILED("abandon");

        private final String query;

        Shown(String query) {
            this.query = query;
        }

        Set<State> states() {
            return this == FAILED ? Set.of(State.FAILED) : Set.of(State.WAITING, State.SENDING);
        }

        String href() {
            return "/espace/administration/courriers?etat=" + query;
        }

        static Shown of(String query) {
            return query.equals(FAILED.query) ? FAILED : WAITING;
        }
    }

    record View(
            boolean hasServer,
            @Nullable Held held,
            Shown shown,
            long waiting,
            long failed,
            List<Message> lines,
            Pager pager) {}

    @GetMapping
    String outbox(
            @RequestParam(defaultValue = "attente") String etat,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model model) {
        Forbidden.unless(viewer.isPilot(), REFUSED);
        model.addAttribute("view", view(Shown.of(etat), page));
        model.addAttribute("now", clock.instant());
        return "notification/outbox";
    }

    @PostMapping("/{id}/relance")
    String retry(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Forbidden.unless(viewer.isPilot(), REFUSED);
        Notice.say(
                response,
                outbox.retry(id)
                        ? "Le courrier repart : un nouvel essai vient d'être demandé."
                        : "Ce courrier n'est pas, ou plus, abandonné : rien à relancer.");
        return "redirect:" + Shown.FAILED.href();
    }

    /// A restored copy becomes the platform: what waits, and all that is written from now on, leaves.
    @PostMapping("/depart")
    String release(Viewer viewer, HttpServletResponse response) {
        Forbidden.unless(viewer.isPilot(), REFUSED);
        Notice.say(
                response,
                held.release(viewer)
                        ? "Les courriels partent, dans l'ordre où ils ont été écrits."
                        : "Rien ne retenait plus les courriels : ils partent déjà.");
        return "redirect:" + Shown.WAITING.href();
    }

    private View view(Shown shown, int page) {
        var waiting = lists.count(Shown.WAITING.states());
        var failed = lists.count(Shown.FAILED.states());
        var pager = Pager.of(page, shown == Shown.WAITING ? waiting : failed, shown.href());
        return new View(
                server.isConfigured(),
                held.find().orElse(null),
                shown,
                waiting,
                failed,
                lists.list(shown.states(), pager.number()),
                pager);
    }
}
