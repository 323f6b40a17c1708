package fr.preau.consultation;

import fr.preau.consultation.Consultation.Calendar;
import fr.preau.consultation.Consultation.Stage;
import fr.preau.consultation.Consultation.Words;
import fr.preau.web.Fields;
import fr.preau.web.Slug;
import fr.preau.web.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A consultation as a pilot writes it.
final class ConsultationForm {
    static final String LICENCE = "Licence Ouverte 2.0 (Etalab)";

    private final Fields fields;

    ConsultationForm(Fields fields) {
        this.fields = fields;
    }

    static Map<String, List<String>> blank(LocalDate today) {
        return Map.of(
                "licence", List.of(LICENCE),
                "themes", List.of(lines(Consultations.FIVE)),
                "debut", List.of(today.plusDays(14).toString()),
                "recueil", List.of(today.plusDays(60).toString()),
                "publie", List.of(today.plusDays(120).toString()),
                "etape", List.of(Stage.PREPARATION.name()));
    }

    static Map<String, List<String>> of(Consultation consultation) {
        var words = consultation.words();
        var calendar = consultation.calendar();
        return Map.ofEntries(
                Map.entry("nom", List.of(consultation.name())),
                Map.entry("but", List.of(words.purpose())),
                Map.entry("ouvert", List.of(words.opened())),
                Map.entry("decide", List.of(words.decided())),
                Map.entry("licence", List.of(words.licence())),
                Map.entry("publication", List.of(words.publication())),
                Map.entry("debut", List.of(calendar.startsOn().toString())),
                Map.entry("recueil", List.of(calendar.collectsTo().toString())),
                Map.entry("publie", List.of(calendar.publishesOn().toString())),
                Map.entry("themes", List.of(lines(consultation.themes()))),
                Map.entry("etape", List.of(consultation.stage().name())));
    }

    /// Null when something is to correct, said in the fields. `before` is null for a new one.
    @Nullable
    Consultation read(UUID id, @Nullable Consultation before, int lock) {
        var name = fields.requiredLine("nom", 3, 120, "Donnez un nom à la consultation.");
        var words = new Words(
                fields.requiredText("but", 10, 3000, "Dites à quoi elle sert."),
                fields.requiredText("ouvert", 10, 3000, "Dites ce qui est ouvert à la discussion."),
                fields.text("decide", 3000),
                fields.requiredLine("licence", 3, 120, "Nommez la licence des textes publiés."),
                fields.requiredText("publication", 10, 3000, "Dites ce qui sera publié, et quand."));
        var starts = fields.day("debut");
        var collects = fields.day("recueil");
        var publishes = fields.day("publie");
        check(starts, collects, "recueil", "Le recueil finit après avoir commencé.");
        check(collects, publishes, "publie", "La synthèse est publiée après la fin du recueil.");
        var themes = themes(before == null ? List.of() : before.themes());
        if (before != null && before.stage() != Stage.PREPARATION) {
            refuseTakenAway(before.themes(), themes);
        }
        var stage = fields.required("etape", Stage.class, "Choisissez où en est la consultation.");
        if (fields.hasErrors()) {
            return null;
        }
        return new Consultation(
                new ConsultationId(id),
                name,
                words,
                new Calendar(
                        Objects.requireNonNull(starts),
                        Objects.requireNonNull(collects),
                        Objects.requireNonNull(publishes)),
                themes,
                stage.orElseThrow(),
                lock);
    }

    private void check(@Nullable LocalDate first, @Nullable LocalDate then, String field, String sentence) {
        if (first != null && then != null && then.isBefore(first)) {
            fields.form().refuse(field, sentence);
        }
    }

    /// A line that stood keeps its code; a line reworded in its place too.
    private List<Theme> themes(List<Theme> before) {
        var names = fields.requiredText("themes", 3, 3000, "Écrivez au moins un thème.")
                .lines()
                .map(Typed::line)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (names.size() > 12 || !names.stream().allMatch(ConsultationForm::fits)) {
            fields.form().refuse("themes", "Douze thèmes au plus, un par ligne, de 3 à 120 caractères.");
        }
        var codes = before.stream().map(Theme::code).collect(Collectors.toCollection(HashSet::new));
        var themes = new ArrayList<Theme>();
        for (var place = 0; place < names.size(); place++) {
            var name = names.get(place);
            themes.add(new Theme(kept(names, place, before).orElseGet(() -> fresh(name, codes)), name));
        }
        return themes;
    }

    private static boolean fits(String name) {
        var length = name.codePointCount(0, name.length());
        return length >= 3 && length <= 120;
    }

    /// One no other theme has, nor had.
    private static String fresh(String name, Set<String> taken) {
        var slug = Slug.of(name);
        var code = slug;
        for (var number = 2; !taken.add(code); number++) {
            code = slug + "-" + number;
        }
        return code;
    }

    /// Once people speak of it, a theme stays: what they said would belong to none.
    private void refuseTakenAway(List<Theme> before, List<Theme> after) {
        before.stream()
                .filter(theme -> after.stream().noneMatch(one -> one.code().equals(theme.code())))
                .findFirst()
                .ifPresent(theme -> fields.form()
                        .refuse(
                                "themes",
                                "« %s » est ouvert : il ne se retire plus. Reformulez-le sur sa ligne, ou ajoutez des lignes, en deux fois si vous faites les deux."
                                        .formatted(theme.name())));
    }

    /// The code of the theme that stood there, under this name or another.
    private static Optional<String> kept(List<String> names, int place, List<Theme> before) {
        return before.stream()
                .filter(theme -> theme.name().equals(names.get(place)))
                .findFirst()
                .or(() -> place < before.size()
                                && before.size() == names.size()
                                && !names.contains(before.get(place).name())
                        ? Optional.of(before.get(place))
                        : Optional.empty())
                .map(Theme::code);
    }

    private static String lines(List<Theme> themes) {
        return themes.stream().map(Theme::name).collect(Collectors.joining("\n"));
    }
}
