package fr.preau.attendance;

import fr.preau.registration.Held;
import fr.preau.registration.Registration;
import fr.preau.territory.School;
import fr.preau.web.French;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One line of a door's list: what it takes to recognise someone, nothing more. No address, no link.
record Guest(
        Registration registration,
        @Nullable Arrival arrival,
        @Nullable School school) {
    static Guest of(Held held, @Nullable Arrival arrival, @Nullable School school) {
        return new Guest(held.registration(), arrival, school);
    }

    /// A class by its name, a person by their first name.
    static String name(Registration registration) {
        var group = registration.schoolClass();
        return group == null ? registration.firstName() : group.name();
    }

    String name() {
        return name(registration);
    }

    boolean isClass() {
        return registration.kind() == Registration.Kind.CLASS;
    }

    boolean isHere() {
        return arrival != null && arrival.here();
    }

    boolean isPresumed() {
        return arrival != null && arrival.presumed();
    }

    /// « 2de », « 3 personnes », « Lycée Gabriel Fauré, Foix, 28 élèves et 2 adultes ».
    String about() {
        var heads = Heads.announced(registration);
        return switch (registration.kind()) {
            case PUPIL -> Objects.requireNonNull(registration.level()).french();
            case ADULT -> French.count(heads.adults(), "personne", "personnes");
            case CLASS ->
                Stream.of(
                                school == null ? "" : school.label(),
                                "%s et %s"
                                        .formatted(
                                                French.count(heads.pupils(), "élève", "élèves"),
                                                French.count(heads.adults(), "adulte", "adultes")))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        };
    }

    /// Whether every word typed stands somewhere in the line.
    boolean answers(String words) {
        var line = plain(name() + " " + about());
        return Stream.of(plain(words).split(" ")).allMatch(line::contains);
    }

    private static String plain(String words) {
        return java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }
}
