package fr.preau.showcase;

import fr.preau.territory.Territories;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The public gallery, a project's page, its images, and what a visitor may say of it.
@Controller
class GalleryPages {
    private static final int FEED_ENTRIES = 50;
    private static final int SENTENCE = 1000;
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

    private final Gallery gallery;
    private final GalleryFeed feed;
    private final Attachments attachments;
    private final ProjectReportRepository reports;
    private final Territories territories;

    GalleryPages(
            Gallery gallery,
            GalleryFeed feed,
            Attachments attachments,
            ProjectReportRepository reports,
            Territories territories) {
        this.gallery = gallery;
        this.feed = feed;
        this.attachments = attachments;
        this.reports = reports;
        this.territories = territories;
    }

    @GetMapping("/trophees")
    String gallery(GallerySearch.Asked asked, @RequestParam(defaultValue = "1") int page, Model model) {
        var search = GallerySearch.read(asked, territories);
        var results = gallery.search(search, page);
        model.addAttribute("search", search);
        model.addAttribute("results", results);
        model.addAttribute("years", Choice.of(gallery.years(), year -> year, year -> year));
        model.addAttribute("levels", Choice.of(List.of(Level.PREMIERE, Level.TERMINALE), Enum::name, Level::french));
        model.addAttribute("categories", Choice.of(List.of(Category.values()), Enum::name, Category::french));
        model.addAttribute("mix", search.isEmpty() ? gallery.mix() : null);
        return "showcase/gallery";
    }

    @GetMapping("/trophees.atom")
    ResponseEntity<String> feed(GallerySearch.Asked asked) {
        var search = GallerySearch.read(asked, territories);
        return ResponseEntity.ok().contentType(ATOM).body(feed.of(search, gallery.latest(search, FEED_ENTRIES)));
    }

    @GetMapping("/trophees/{id}")
    String project(@PathVariable UUID id, Model model) {
        var work = find(id);
        model.addAttribute("work", work);
        model.addAttribute(
                "departement",
                territories.departement(work.listed().departement()).orElse(null));
        model.addAttribute("events", attachments.eventsOf(work.listed().id()));
        return "showcase/work";
    }

    /// Asked again each time; one that shows pupils is kept nowhere at all.
    @GetMapping("/trophees/images/{id}")
    ResponseEntity<byte[]> image(@PathVariable UUID id) {
        var shown = gallery.image(id).orElseThrow(new NotFound("Cette image n'est pas publique, ou ne l'est plus."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(shown.kept().mediaType()))
                .cacheControl(
                        shown.people()
                                ? CacheControl.noStore()
                                : CacheControl.noCache().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .body(shown.kept().bytes());
    }

    @GetMapping("/trophees/{id}/signaler")
    String reportForm(@PathVariable UUID id, Model model) {
        return report(find(id), Form.empty(), model);
    }

    @PostMapping("/trophees/{id}/signaler")
    String report(
            @PathVariable UUID id,
            @RequestParam UUID jeton,
            @RequestParam(defaultValue = "") String raison,
            @RequestParam(defaultValue = "") String precision,
            Model model,
            HttpServletResponse response) {
        var work = find(id);
        var form = Form.filled(Map.of("raison", raison, "precision", precision));
        var ground = Typed.constant(ProjectReportGround.class, raison);
        if (ground.isEmpty()) {
            form.refuse("raison", "Dites ce qui ne va pas.");
        }
        if (precision.length() > SENTENCE) {
            form.refuse("precision", "Écrivez %d caractères au plus.".formatted(SENTENCE));
        }
        if (form.hasErrors()) {
            response.setStatus(422);
            return report(work, form, model);
        }
        if (!reports.add(work.listed().id(), jeton, ground.orElseThrow(), Typed.line(precision))) {
            response.setStatus(429);
            response.setHeader("Retry-After", "3600");
            form.refuse("Ce projet vient d'être signalé plusieurs fois : l'équipe de modération s'en occupe.");
            return report(work, form, model);
        }
        Notice.say(response, "Merci. L'équipe de modération va regarder ce projet.");
        return "redirect:" + work.listed().path();
    }

    private Work find(UUID id) {
        return gallery.find(new ProjectId(id))
                .orElseThrow(new NotFound("Ce projet n'est pas dans la galerie, ou n'y est plus."));
    }

    private static String report(Work work, Form form, Model model) {
        model.addAttribute("work", work);
        model.addAttribute("form", form);
        model.addAttribute(
                "grounds", Choice.of(List.of(ProjectReportGround.values()), Enum::name, ProjectReportGround::french));
        return "showcase/report";
    }
}
