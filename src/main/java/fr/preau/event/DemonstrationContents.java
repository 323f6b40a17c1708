package fr.preau.event;

import fr.preau.event.EventContent.Gender;
import fr.preau.event.EventContent.Slot;
import fr.preau.event.EventContent.Speaker;
import fr.preau.event.EventContent.Venue;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// What the demonstration's events say, from a row of `events.csv` and where and when it is played.
@Component
@Profile("demonstration")
class DemonstrationContents {
    private static final Set<String> VISITED = Set.of("09", "31", "33", "69", "75", "81", "93");
    private static final List<LocalTime> STARTS = List.of(
            LocalTime.of(9, 0), LocalTime.of(10, 30), LocalTime.of(14, 0), LocalTime.of(15, 30), LocalTime.of(17, 0));
    private static final List<Speaker> SPEAKERS = List.of(
            new Speaker("Inès Garonne", "ingénieure en robotique", Gender.WOMAN),
            new Speaker("Tom Estuaire", "administrateur système", Gender.MAN),
            new Speaker("Awa Lumière", "chercheuse en informatique", Gender.WOMAN));

    /// `place` is a commune, with its département after `@` where two have its name, or nothing; `number` makes one
    /// event differ from the next.
    record Setting(LocalDate monday, String place, int number) {
        String commune() {
            return place.replaceFirst("@.*", "");
        }

        boolean isIn(School school) {
            return school.commune().equals(commune())
                    && (!place.contains("@") || place.endsWith("@" + school.departement()));
        }
    }

    private final Schools schools;

    DemonstrationContents(Schools schools) {
        this.schools = schools;
    }

    EventContent of(CSVRecord row, Setting setting) {
        var format = Format.valueOf(row.get("format"));
        var isAtSchool = format == Format.AT_SCHOOL;
        return new EventContent(
                row.get("title"),
                row.get("description"),
                row.get("kind"),
                format,
                words(row.get("audience")).stream().map(Audience::valueOf).collect(Collectors.toSet()),
                setting.place().isEmpty() ? null : venue(setting),
                isAtSchool ? VISITED : Set.of(),
                setting.number() % 3 == 0
                        ? EnumSet.of(Accessibility.STEP_FREE)
                        : EnumSet.of(Accessibility.STEP_FREE, Accessibility.QUIET_ROOM),
                List.of(SPEAKERS.get(setting.number() % SPEAKERS.size())),
                "L'équipe des rencontres",
                row.get("organisation") + "@demonstration.example",
                format == Format.ONLINE || format == Format.HYBRID
                        ? "https://visio.demonstration.example/salle-" + setting.number()
                        : "",
                null,
                slots(row, setting),
                setting.number() % 2 == 0 ? WaitingPolicy.STRICT : new WaitingPolicy(3),
                instructions(format, setting));
    }

    /// What they say differs with where one meets; one event in four says nothing.
    private static String instructions(Format format, Setting setting) {
        return setting.number() % 4 == 3
                ? ""
                : switch (format) {
                    case ON_SITE ->
                        "Arrivez dix minutes avant. À l'accueil, demandez l'équipe des rencontres : quelqu'un vient vous chercher.\nApportez de quoi écrire ; le reste est fourni.";
                    case ONLINE ->
                        "Ouvrez le lien cinq minutes avant, dans un navigateur récent. Un casque suffit, sans caméra.";
                    case HYBRID ->
                        "Sur place : entrée par la cour, accueil dès dix minutes avant. À distance : posez vos questions par écrit.";
                    case AT_SCHOOL ->
                        "Prévoyez une salle avec un vidéoprojecteur. Nous arrivons un quart d'heure avant.";
                };
    }

    private Venue venue(Setting setting) {
        var school = schools.search(setting.commune(), 50).stream()
                .filter(setting::isIn)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no school in " + setting.place()));
        return setting.number() % 2 == 0 ? in(school) : near(school);
    }

    private static Venue in(School school) {
        return venue(school, school.uai().value(), school.name(), school.address());
    }

    private static Venue near(School school) {
        return venue(school, null, "Maison des rencontres", "12 rue des Ateliers");
    }

    private static Venue venue(School school, @Nullable String uai, String name, String address) {
        return new Venue(
                uai,
                name,
                address,
                school.postcode(),
                school.commune(),
                school.departement(),
                school.departement(),
                school.point());
    }

    /// One to three sessions on different days of the week, at different hours.
    private static List<Slot> slots(CSVRecord row, Setting setting) {
        var number = setting.number();
        return IntStream.rangeClosed(0, number % 3)
                .mapToObj(i -> {
                    var start = STARTS.get((number + 2 * i) % STARTS.size());
                    return new Slot(
                            UUID.nameUUIDFromBytes("session %s %d %d"
                                    .formatted(setting.monday(), number, i)
                                    .getBytes(StandardCharsets.UTF_8)),
                            setting.monday().plusDays((number + 2L * i) % 5),
                            start,
                            start.plusMinutes(90),
                            Integer.parseInt(row.get("seats")),
                            Integer.parseInt(row.get("classSeats")));
                })
                .toList();
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" ", -1));
    }
}
