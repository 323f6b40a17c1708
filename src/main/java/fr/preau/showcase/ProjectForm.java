package fr.preau.showcase;

import fr.preau.territory.School;
import fr.preau.web.Form;
import fr.preau.web.Typed;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A project as its page types it, in the words of the form.
record ProjectForm(
        @Nullable String etablissement,
        @Nullable String titre,
        @Nullable String annee,
        @Nullable String niveau,
        @Nullable String categorie,
        @Nullable String resume,
        @Nullable String quoi,
        @Nullable String comment,
        @Nullable String source,
        @Nullable String licence,
        @Nullable String equipe,
        @Nullable String eleves,
        @Nullable String filles) {
    static final int TITLE = 120;
    static final int SUMMARY = 300;
    static final int TEXT = 4000;
    private static final int TEAM = 12;
    private static final int NAME = 30;
    private static final int PUPILS = 40;
    /// One word, hyphens within, and perhaps an initial. Two words would be a first name and a surname.
    private static final Pattern FIRST_NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’_-]*(?: \\p{Lu}\\.)?");

    /// What was understood; its team still has to be found among the members.
    record Read(ProjectContent content, List<String> names) {}

    static ProjectForm of(ProjectContent content, List<String> names) {
        return new ProjectForm(
                null,
                content.title(),
                content.year(),
                name(content.level()),
                name(content.category()),
                content.summary(),
                content.what(),
                content.how(),
                content.source(),
                name(content.licence()),
                String.join("\n", names),
                number(content.pupils()),
                number(content.girls()));
    }

    Form shown() {
        var values = new LinkedHashMap<String, String>();
        values.put("etablissement", line(etablissement));
        values.put("titre", line(titre));
        values.put("annee", line(annee));
        values.put("niveau", line(niveau));
        values.put("categorie", line(categorie));
        values.put("resume", text(resume));
        values.put("quoi", text(quoi));
        values.put("comment", text(comment));
        values.put("source", line(source));
        values.put("licence", line(licence));
        values.put("equipe", text(equipe));
        values.put("eleves", line(eleves));
        values.put("filles", line(filles));
        return Form.filled(values);
    }

    /// Empty when something is to correct, which is then said at its field of `form`.
    Optional<Read> read(Form form, List<String> years, School school) {
        var names = names(form);
        var pupils = count(form, "eleves", eleves, 1);
        var girls = count(form, "filles", filles, 0);
        if (girls != null && pupils != null && girls > pupils) {
            form.refuse("filles", "Il y a plus de filles que d'élèves.");
        }
        if (line(titre).isEmpty()) {
            form.refuse("titre", "Donnez un titre.");
        }
        if (!years.contains(line(annee))) {
            form.refuse("annee", "Choisissez une année.");
        }
        if (!line(source).isEmpty()) {
            KnownSpaces.problem(line(source), school).ifPresent(sentence -> form.refuse("source", sentence));
        }
        var content = new ProjectContent(
                within(form, "titre", line(titre), TITLE),
                line(annee),
                chosen(form, "niveau", niveau, Level.class),
                chosen(form, "categorie", categorie, Category.class),
                within(form, "resume", Typed.line(text(resume)), SUMMARY),
                within(form, "quoi", text(quoi), TEXT),
                within(form, "comment", text(comment), TEXT),
                line(source),
                null,
                chosen(form, "licence", licence, Licence.class),
                List.of(),
                pupils,
                girls,
                List.of());
        return form.hasErrors() ? Optional.empty() : Optional.of(new Read(content, names));
    }

    private List<String> names(Form form) {
        var names = text(equipe)
                .lines()
                .map(Typed::line)
                .filter(name -> !name.isEmpty())
                .toList();
        var wrong = names.stream()
                .filter(name ->
                        name.length() > NAME || !FIRST_NAME.matcher(name).matches())
                .findFirst();
        if (wrong.isPresent()) {
            form.refuse(
                    "equipe",
                    "« %s » : un prénom ou un pseudonyme par ligne, jamais de nom de famille. Un prénom composé prend un trait d'union ; pour deux élèves du même prénom, ajoutez une initiale : « Inès M. »."
                            .formatted(wrong.get()
                                    .substring(0, Math.min(NAME, wrong.get().length()))));
        } else if (new HashSet<>(names).size() < names.size()) {
            form.refuse("equipe", "Deux élèves ont le même prénom : ajoutez une initiale, « Inès M. ».");
        } else if (names.size() > TEAM) {
            form.refuse("equipe", "Une équipe compte %d élèves au plus.".formatted(TEAM));
        }
        return names;
    }

    private static @Nullable Integer count(Form form, String field, @Nullable String typed, int least) {
        var words = line(typed);
        if (words.isEmpty()) {
            return null;
        }
        var number = Typed.number(words).filter(found -> found >= least && found <= PUPILS);
        if (number.isEmpty()) {
            form.refuse(field, "Écrivez un nombre entre %d et %d, en chiffres.".formatted(least, PUPILS));
        }
        return number.orElse(null);
    }

    private static String within(Form form, String field, String words, int most) {
        if (words.length() > most) {
            form.refuse(field, "Écrivez %d caractères au plus ; il y en a %d.".formatted(most, words.length()));
        }
        return words;
    }

    private static <E extends Enum<E>> @Nullable E chosen(
            Form form, String field, @Nullable String typed, Class<E> type) {
        var found = Typed.constant(type, line(typed));
        if (found.isEmpty() && !line(typed).isEmpty()) {
            form.refuse(field, "Choisissez une des réponses proposées.");
        }
        return found.orElse(null);
    }

    private static String line(@Nullable String typed) {
        return or(typed, Typed::line);
    }

    private static String text(@Nullable String typed) {
        return or(typed, Typed::text);
    }

    private static String or(@Nullable String typed, Function<String, String> tidy) {
        return typed == null ? "" : tidy.apply(typed);
    }

    private static String name(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name();
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    /// The last five school years, the latest first.
    static List<String> years(String latest) {
        var first = Integer.parseInt(latest.substring(0, 4));
        return IntStream.range(0, 5)
                .mapToObj(back -> "%d-%d".formatted(first - back, first - back + 1))
                .toList();
    }
}
