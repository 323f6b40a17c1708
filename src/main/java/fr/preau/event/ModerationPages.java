package fr.preau.event;

import fr.preau.account.Organisations;
import fr.preau.account.Viewer;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.French;
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

    ModerationPages(
            Moderation moderation,
            VersionRepository versions,
            ReportRepository reports,
            Organisations organisations,
            ContentWords words,
            ModerationDoor door,
            PictureRepository pictures) {
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
        model.addAttribute("history", history);
        model.addAttribute("reports", reports.of(event.id()));
        model.addAttribute("form", form);
        model.addAttribute(
                "reasons", Choice.of(List.of(ModerationReason.values()), Enum::name, ModerationReason::french));
        model.addAttribute(
                "mayDecide", door.mayModerate(event, standing.latest().content(), viewer));
        return "event/moderationEvent";
    }

    ResponseEntity<byte[]> image(Standing standing) {
        return OrganiserPictureController.show(pictures, read(standing).picture());
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

    /// Who decided before, and what.
    static String overtaken(Standing standing, Outcome outcome) {
        var decision = standing.latest().decision();
        if (outcome instanceof Outcome.Refused(var sentence) && decision == null) {
            return sentence;
        }
        return decision == null
                ? "Cet événement a changé depuis que votre page est ouverte. La voici à jour ; rien n'a été décidé de votre part."
                : "%s a déjà décidé le %s : version %s. Votre décision n'a pas été enregistrée."
                        .formatted(
                                decision.decider(),
                                French.day(
                                        decision.at().atZone(EventContent.PARIS).toLocalDate()),
                                standing.latest().state().french());
    }
}
