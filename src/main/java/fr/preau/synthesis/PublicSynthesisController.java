package fr.preau.synthesis;

import fr.preau.consultation.Consultation;
import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.Consultations;
import fr.preau.consultation.Theme;
import fr.preau.synthesis.PublishedRows.OfStatement;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Pager;
import fr.preau.web.Typed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// What everyone may read of syntheses: the statements by theme and territory, where each comes from, what was set
/// aside and why, and the publications with their files. Every page reads the rows of one publication.
@Controller
@RequestMapping("/consultations/{consultation}/syntheses")
class PublicSynthesisController {
    private final Consultations consultations;
    private final PublicationRepository publications;
    private final RevisionRepository revisions;
    private final PublishedRows rows;
    private final FollowUpRepository followUps;
    private final Territories territories;

    PublicSynthesisController(
            Consultations consultations,
            PublicationRepository publications,
            RevisionRepository revisions,
            PublishedRows rows,
            FollowUpRepository followUps,
            Territories territories) {
        this.consultations = consultations;
        this.publications = publications;
        this.revisions = revisions;
        this.rows = rows;
        this.followUps = followUps;
        this.territories = territories;
    }

    /// The latest that is served.
    @GetMapping
    String latest(
            @PathVariable UUID consultation,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String territoire,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var found = consultation(consultation);
        var publication = publications.of(found.id()).stream()
                .filter(one -> one.withdrawn() == null)
                .findFirst()
                .orElse(null);
        model.addAttribute("consultation", found);
        model.addAttribute("publication", publication);
        if (publication == null) {
            return "synthesis/publicNone";
        }
        var syntheses = rows.syntheses(publication.id());
        var pager = Pager.near(
                page,
                rows.countStatements(publication.id(), Typed.line(theme), Typed.line(territoire)),
                UriComponentsBuilder.fromPath(found.path() + "/syntheses")
                        .queryParam("theme", "{theme}")
                        .queryParam("territoire", "{territoire}")
                        .encode()
                        .buildAndExpand(Typed.line(theme), Typed.line(territoire))
                        .toUriString());
        model.addAttribute("form", Form.filled(Map.of("theme", theme, "territoire", territoire)));
        model.addAttribute("themes", Choice.of(found.themes(), Theme::code, Theme::name));
        model.addAttribute(
                "territories",
                Choice.of(
                        syntheses.stream()
                                .map(PublishedRows.OfSynthesis::territory)
                                .distinct()
                                .toList(),
                        key -> key,
                        this::label));
        model.addAttribute(
                "statements",
                rows.statements(
                        publication.id(),
                        Typed.line(theme),
                        Typed.line(territoire),
                        Pager.offset(pager.number()),
                        Pager.LINES));
        model.addAttribute("pager", pager);
        model.addAttribute("places", places());
        return "synthesis/publicList";
    }

    @GetMapping("/{number}")
    String publication(
            @PathVariable UUID consultation,
            @PathVariable int number,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var publication = head(consultation, number, model);
        var all = rows.syntheses(publication.id());
        var pager = Pager.near(page, all.size(), publication.path());
        var from = Pager.offset(pager.number());
        model.addAttribute("syntheses", all.subList(from, Math.min(all.size(), from + Pager.LINES)));
        model.addAttribute("files", publications.files(publication.id()));
        model.addAttribute("revisions", revisions.of(publication.id()));
        model.addAttribute("pager", pager);
        model.addAttribute("latest", publications.of(publication.consultation()).getFirst());
        return "synthesis/publication";
    }

    /// Every contribution a statement comes from, whatever the levels between.
    @GetMapping("/{number}/enonces/{statement}/origines")
    String contributions(
            @PathVariable UUID consultation,
            @PathVariable int number,
            @PathVariable UUID statement,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var publication = served(head(consultation, number, model));
        var found = statement(publication, statement);
        var pager = Pager.near(
                page,
                rows.countLeaves(publication.id(), statement),
                "%s/enonces/%s/origines".formatted(publication.path(), statement));
        model.addAttribute("statement", found);
        model.addAttribute(
                "contributions", rows.leaves(publication.id(), statement, Pager.offset(pager.number()), Pager.LINES));
        model.addAttribute("pager", pager);
        return "synthesis/publicContributions";
    }

    /// Where a statement comes from, and what it became.
    @GetMapping("/{number}/enonces/{statement}")
    String statement(
            @PathVariable UUID consultation,
            @PathVariable int number,
            @PathVariable UUID statement,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var publication = served(head(consultation, number, model));
        var found = statement(publication, statement);
        var pager = Pager.near(
                page,
                rows.countSources(publication.id(), statement),
                "%s/enonces/%s".formatted(publication.path(), statement));
        model.addAttribute("statement", found);
        model.addAttribute(
                "sources", rows.sources(publication.id(), statement, Pager.offset(pager.number()), Pager.LINES));
        model.addAttribute("pager", pager);
        model.addAttribute("upwards", rows.from(publication.id(), statement));
        model.addAttribute("above", above(publication, statement));
        model.addAttribute("followUp", followUps.of(new StatementId(statement)));
        return "synthesis/publicStatement";
    }

    /// What a synthesis set aside, with the reasons.
    @GetMapping("/{number}/mises-de-cote/{synthesis}")
    String setAside(
            @PathVariable UUID consultation,
            @PathVariable int number,
            @PathVariable UUID synthesis,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var publication = served(head(consultation, number, model));
        var found = rows.syntheses(publication.id()).stream()
                .filter(one -> one.id().equals(synthesis))
                .findFirst()
                .orElseThrow(new NotFound("Cette synthèse n'est pas dans cette publication."));
        var pager = Pager.near(page, found.setAside(), "%s/mises-de-cote/%s".formatted(publication.path(), synthesis));
        model.addAttribute("synthesis", found);
        model.addAttribute(
                "items", rows.setAside(publication.id(), synthesis, Pager.offset(pager.number()), Pager.LINES));
        model.addAttribute("pager", pager);
        return "synthesis/publicAside";
    }

    private OfStatement statement(Publication publication, UUID id) {
        return rows.statement(publication.id(), id)
                .orElseThrow(new NotFound("Cet énoncé n'est pas dans cette publication."));
    }

    private List<OfStatement> above(Publication publication, UUID statement) {
        return rows.from(publication.id(), statement).stream()
                .flatMap(item -> rows.linksUp(publication.id(), item.id()).stream())
                .map(PublishedRows.OfLink::statement)
                .distinct()
                .flatMap(id -> rows.statement(publication.id(), id).stream())
                .toList();
    }

    private Publication head(UUID consultation, int number, Model model) {
        var found = consultation(consultation);
        var publication = publication(found, number);
        model.addAttribute("consultation", found);
        model.addAttribute("publication", publication);
        model.addAttribute("places", places());
        return publication;
    }

    private static Publication served(Publication publication) {
        if (publication.withdrawn() != null) {
            throw new NotFound("Cette publication a été retirée : " + publication.withdrawn());
        }
        return publication;
    }

    private Publication publication(Consultation consultation, int number) {
        return publications
                .find(consultation.id(), number)
                .orElseThrow(new NotFound("Cette publication n'existe pas."));
    }

    private Consultation consultation(UUID id) {
        return consultations
                .find(new ConsultationId(id))
                .filter(Consultation::isPublic)
                .orElseThrow(new NotFound("Cette consultation n'existe pas."));
    }

    /// What a territory is called, by its key.
    record Places(Map<String, String> labels) {
        String of(@Nullable String key) {
            return key == null ? "" : labels.getOrDefault(key, key);
        }
    }

    private Places places() {
        return new Places(territories.all().stream()
                .collect(java.util.stream.Collectors.toMap(Territory::key, Territory::label, (one, _) -> one)));
    }

    private String label(String key) {
        return territories.find(key).map(Territory::label).orElse(key);
    }
}
