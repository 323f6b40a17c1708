package fr.preau.retention;

import fr.preau.web.French;
import fr.preau.web.Pager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is promised, for everyone; what is due and what the last nights did, for pilots (`account` keeps the others
/// out: this module lies below it).
@Controller
class ConservationPages {
    private static final String HERE = "/espace/administration/conservation";

    private final Promises promises;
    private final Night night;
    private final NightRepository nights;
    private final LegalBases grounds;
    private final boolean demonstration;

    ConservationPages(
            Promises promises, Night night, NightRepository nights, LegalBases grounds, Environment environment) {
        this.grounds = grounds;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
        this.promises = promises;
        this.night = night;
        this.nights = nights;
    }

    /// As the page shows it: `due` is empty when it could not be counted, `last` before the first night.
    record Shown(Retention.Promise promise, String due, NightRepository.@Nullable Entry last) {
        String lastNight() {
            return last == null ? "" : "%s : %s".formatted(when(last.at()), French.number(last.forgotten()));
        }

        boolean failed() {
            return last != null && last.problem() != null;
        }

        /// Something is due, or went wrong: worth a look.
        boolean asks() {
            return failed() || !due.equals("0");
        }
    }

    @GetMapping("/vie-privee")
    String privacy(Model model) {
        model.addAttribute(
                "promises",
                promises.forReaders().stream().map(Retention::promise).toList());
        model.addAttribute("grounds", grounds.exceptions());
        model.addAttribute("demonstration", demonstration);
        return "retention/privacy";
    }

    @GetMapping(HERE)
    String conservation(@RequestParam(defaultValue = "1") int page, Model model) {
        var pager = Pager.near(page, nights.count(), HERE);
        var last = nights.last();
        var lines = night.dryRun();
        model.addAttribute(
                "lines",
                lines.stream()
                        .map(line -> new Shown(
                                line.promise().promise(),
                                line.rows().isEmpty()
                                        ? ""
                                        : French.number(line.rows().getAsInt()),
                                last.get(line.promise().code())))
                        .toList());
        model.addAttribute(
                "due", lines.stream().mapToInt(line -> line.rows().orElse(0)).sum());
        model.addAttribute(
                "nights", nights.page(pager.number()).stream().map(this::shown).toList());
        model.addAttribute("pager", pager);
        return "retention/conservation";
    }

    record NightShown(String day, String forgotten, List<String> failed) {}

    private NightShown shown(NightRepository.Summary one) {
        var failed = promises.byCode().stream()
                .filter(promise -> one.failed().contains(promise.code()))
                .map(promise -> promise.promise().form())
                .toList();
        return new NightShown(French.day(one.night()), French.number(one.forgotten()), failed);
    }

    private static String when(Instant at) {
        var there = at.atZone(Night.PARIS);
        return French.shortDay(there.toLocalDate()) + ", " + French.hour(there.toLocalTime());
    }
}
