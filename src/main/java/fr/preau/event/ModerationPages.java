package fr.preau.event;

import fr.preau.account.Organisations;
import fr.preau.account.Viewer;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.French;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// One event as moderators read it over.
@Component
class ModerationPages {
    private final Moderation moderation;
    private final VersionRepository versions;
    private final ReportRepository reports;
    private final Organisations organisations;
    private final ContentWords words;
    private final ModerationDoor door;
    private final PictureRepository pictures;
    private final RulingRepository rulings;
    private final SeatRepository sessions;
    private final HandoverRepository handovers;

    ModerationPages(
            Moderation moderation,
            VersionRepository versions,
            ReportRepository reports,
            Organisations organisations,
            ContentWords words,
            ModerationDoor door,
            PictureRepository pictures,
            RulingRepository rulings,
            SeatRepository sessions,
            HandoverRepository handovers) {
        this.rulings = rulings;
        this.sessions = sessions;
        this.handovers = handovers;
        this.pictures = pictures;
        this.moderation = moderation;
        this.versions = versions;
        this.reports = reports;
        this.organisations = organisations;
        this.words = words;
        this.door = door;
    }

    String event(Standing standing, Form form, Viewer viewer, Model model) {
        var event = standing.event();
        var content = read(standing);
        var history = versions.all(event.id());
        var before = previous(standing, history);
        model.addAttribute("standing", standing);
        model.addAttribute("content", content);
        model.addAttribute("words", words.of(event, content));
        model.addAttribute(
                "organisation",
                organisations.find(event.organisation()).map(one -> one.name()).orElse(""));
        model.addAttribute(
                "findings", standing.allows(EventAction.ACCEPT) ? moderation.findings(event, content) : List.of());
        model.addAttribute(
                "comparison",
                before.map(old -> words.compare(event, old.content(), content)).orElse(null));
        model.addAttribute("history", Decided.history(history, rulings.of(event.id())));
        model.addAttribute("reports", reports.of(event.id()));
        model.addAttribute("form", form);
        model.addAttribute("reasons", reasons());
        model.addAttribute("seen", reports.mark(event.id()).word());
        model.addAttribute("mayDecideAfter", door.mayDecideAfter(standing, viewer));
        model.addAttribute("nobodyLeft", organisations.mailsOf(event.organisation()).isEmpty());
        model.addAttribute("handover", handovers.of(event.id()).map(this::waiting).orElse(""));
        model.addAttribute(
                "mayDecide", door.mayModerate(event, standing.latest().content(), viewer));
        return "event/moderationEvent";
    }

    /// Asked once more before a refusal.
    String refusal(Standing standing, Form form, Model model) {
        model.addAttribute("standing", standing);
        model.addAttribute("form", form);
        model.addAttribute("taken", taken(standing));
        return "event/moderationRefusal";
    }

    /// What cancelling does, to how many people, and why it is done.
    String cancel(Standing standing, Form form, Model model) {
        model.addAttribute("standing", standing);
        model.addAttribute("form", form);
        model.addAttribute("reasons", reasons());
        model.addAttribute("seen", reports.mark(standing.event().id()).word());
        model.addAttribute("taken", taken(standing));
        model.addAttribute("waiting", waiting(standing));
        return "event/moderationCancel";
    }

    private int taken(Standing standing) {
        return sessions.ofEvent(standing.event().id()).stream()
                .filter(session -> !session.cancelled())
                .mapToInt(PublishedSession::taken)
                .sum();
    }

    private int waiting(Standing standing) {
        return sessions.ofEvent(standing.event().id()).stream()
                .filter(session -> !session.cancelled())
                .mapToInt(session -> session.waiting())
                .sum();
    }

    private static List<Choice> reasons() {
        return Choice.of(List.of(ModerationReason.values()), Enum::name, ModerationReason::french);
    }

    ResponseEntity<byte[]> image(Standing standing) {
        return OrganiserPictureController.show(pictures, read(standing).picture());
    }

    /// « l'organisation Les ateliers d'Ada, jusqu'au 14 décembre 2026 »; an invited person's address is not shown.
    private String waiting(Handover handover) {
        var organisation = handover.organisation();
        var to = organisation == null
                ? "une personne invitée"
                : organisations.find(organisation).map(one -> one.name()).orElse("une organisation");
        return "%s, jusqu'au %s"
                .formatted(
                        to, French.day(handover.expiresAt().atZone(EventContent.PARIS).toLocalDate()));
    }

    /// What is submitted, or else what is public.
    private static EventContent read(Standing standing) {
        var approved = standing.approved();
        return standing.latest().state() == VersionState.SUBMITTED || approved == null
                ? standing.latest().content()
                : approved.content();
    }

    /// What the submitted version is compared with: the last one moderators decided on.
    private static Optional<Version> previous(Standing standing, List<Version> history) {
        return standing.latest().state() != VersionState.SUBMITTED
                ? Optional.empty()
                : history.stream()
                        .filter(version -> version.number() < standing.latest().number())
                        .filter(version -> version.decision() != null || version.state() == VersionState.APPROVED)
                        .findFirst();
    }

    /// Who decided since this page was made, and what.
    String overtaken(Standing standing, Outcome outcome, Writing writing) {
        if (outcome instanceof Outcome.Refused(var sentence)) {
            return sentence;
        }
        var ruling = rulings.firstSince(standing.event().id(), writing.lock());
        if (ruling.isPresent()) {
            return decided(
                    ruling.get().decider(), ruling.get().at(), ruling.get().what().french());
        }
        var decision = standing.latest().decision();
        return decision == null
                ? "Cet événement a changé depuis que votre page est ouverte. La voici à jour ; rien n'a été décidé de votre part."
                : decided(
                        decision.decider(),
                        decision.at(),
                        said(standing.latest().state()));
    }

    private static String said(VersionState state) {
        return state == VersionState.CHANGES_REQUESTED ? state.french() : "version " + state.french();
    }

    private static String decided(String decider, Instant at, String what) {
        return "%s a déjà décidé le %s : %s. Votre décision n'a pas été enregistrée."
                .formatted(decider, French.moment(at.atZone(EventContent.PARIS)), what);
    }
}
