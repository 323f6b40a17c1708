package fr.preau.school;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.NearbyEvents;
import fr.preau.event.PublishedEvent;
import fr.preau.school.SchoolAccess.Desk;
import fr.preau.web.Forbidden;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// Finding an event to recommend, saying why, taking it back.
@Controller
@RequestMapping("/espace/etablissement/{uai}/semaine")
class RecommendationController {
    private static final int WORDS = 100;

    private final SchoolAccess access;
    private final Recommendations recommendations;
    private final NearbyEvents nearby;

    RecommendationController(SchoolAccess access, Recommendations recommendations, NearbyEvents nearby) {
        this.access = access;
        this.recommendations = recommendations;
        this.nearby = nearby;
    }

    @GetMapping("/ajout")
    String find(
            @PathVariable String uai,
            @RequestParam(defaultValue = "") String mots,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model model) {
        var desk = access.staff(uai, viewer);
        var words = shortened(Typed.line(mots));
        var asked = new NearbyEvents.Asked(desk.edition().id(), desk.school(), words);
        var found = nearby.find(asked, Math.clamp(page, 1, 1000));
        model.addAttribute("desk", desk);
        model.addAttribute("form", Form.filled(Map.of("mots", words)));
        model.addAttribute("words", words);
        model.addAttribute("found", found);
        model.addAttribute("pager", Pager.near(page, found.total(), here(desk, words)));
        return "school/pick";
    }

    @GetMapping("/recommandations/{event}")
    String ask(@PathVariable String uai, @PathVariable UUID event, Viewer viewer, Model model) {
        var desk = access.staff(uai, viewer);
        var sentence = recommendations
                .find(desk.edition().id(), desk.school().uai(), new EventId(event))
                .map(Recommendation::sentence)
                .orElse("");
        return page(desk, found(desk, event), Form.filled(Map.of("phrase", sentence)), model);
    }

    @PostMapping("/recommandations/{event}")
    String write(
            @PathVariable String uai,
            @PathVariable UUID event,
            @Valid @ModelAttribute RecommendationForm form,
            BindingResult errors,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var desk = access.staff(uai, viewer);
        var found = found(desk, event);
        if (errors.hasErrors()) {
            return refused(desk, found, Form.of(errors), HttpStatus.UNPROCESSABLE_CONTENT, response, model);
        }
        var edition = desk.edition().id();
        return switch (recommendations.write(edition, desk.school().uai(), found.id(), form.sentence(), viewer)) {
            case Advice.Written(var shown) -> written(desk, shown, response);
            case Advice.Colleagues() ->
                refused(
                        desk,
                        found,
                        Form.of(errors).refuse("Un ou une collègue a déjà recommandé cet événement."),
                        HttpStatus.CONFLICT,
                        response,
                        model);
            case Advice.TooMany() ->
                refused(
                        desk,
                        found,
                        Form.of(errors)
                                .refuse("Le programme compte déjà 100 recommandations : retirez-en une d'abord."),
                        HttpStatus.CONFLICT,
                        response,
                        model);
            case Advice.Unknown() -> throw absent();
        };
    }

    @PostMapping("/recommandations/{event}/retrait")
    String remove(@PathVariable String uai, @PathVariable UUID event, Viewer viewer, HttpServletResponse response) {
        var desk = access.staff(uai, viewer);
        var edition = desk.edition().id();
        var advice = recommendations
                .find(edition, desk.school().uai(), new EventId(event))
                .orElseThrow(new NotFound("Cette recommandation n'est plus au programme."));
        Forbidden.unless(
                Recommendations.isFor(viewer, desk.school().uai(), advice),
                "Seules la personne qui a recommandé cet événement et la direction peuvent le retirer.");
        recommendations.remove(edition, desk.school().uai(), advice.event());
        Notice.say(response, "La recommandation est retirée du programme.");
        return "redirect:" + desk.path();
    }

    private PublishedEvent found(Desk desk, UUID event) {
        return recommendations
                .event(desk.edition().id(), desk.school().uai(), new EventId(event))
                .orElseThrow(absent());
    }

    private static String written(Desk desk, boolean shown, HttpServletResponse response) {
        Notice.say(
                response,
                shown
                        ? "C'est au programme publié."
                        : desk.heads()
                                ? "C'est au programme : il sera lu quand vous le publierez."
                                : "C'est au programme : il sera lu quand la direction l'aura publié.");
        return "redirect:" + desk.path();
    }

    private String refused(
            Desk desk, PublishedEvent event, Form form, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return page(desk, event, form, model);
    }

    private String page(Desk desk, PublishedEvent event, Form form, Model model) {
        var advice = recommendations.find(desk.edition().id(), desk.school().uai(), event.id());
        model.addAttribute("desk", desk);
        model.addAttribute("event", event);
        model.addAttribute("form", form);
        model.addAttribute("exists", advice.isPresent());
        model.addAttribute(
                "mine",
                advice.isEmpty()
                        || Recommendations.isFor(desk.viewer(), desk.school().uai(), advice.get()));
        return "school/recommend";
    }

    private static String here(Desk desk, String words) {
        var path = UriComponentsBuilder.fromPath(desk.path() + "/ajout");
        return (words.isEmpty() ? path : path.queryParam("mots", "{mots}"))
                .encode()
                .buildAndExpand(Map.of("mots", words))
                .toUriString();
    }

    private static String shortened(String words) {
        return words.codePoints()
                .limit(WORDS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static NotFound absent() {
        return new NotFound("Cet événement n'est pas au catalogue de l'édition, ou il est annulé.");
    }
}
