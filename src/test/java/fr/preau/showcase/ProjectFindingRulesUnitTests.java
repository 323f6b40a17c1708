package fr.preau.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.territory.ASchool;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectFindingRulesUnitTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final UUID INES = UUID.randomUUID();
    private static final ProjectId PROJECT = new ProjectId(UUID.randomUUID());
    private static final String LONG =
            "Le programme compare deux façons de trier un tableau et les fait entendre. ".repeat(2);

    @Test
    void findsNothingInAProjectWrittenWell() {
        assertThat(found(LONG, null, List.of(image("Une courbe qui monte.", List.of())), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Inès Martin a écrit", "merci à Inès MARTIN.", "Inès de la Tour dessine", "Inès D'Artagnan"})
    void findsWhatLooksLikeASurname(String words) {
        assertThat(found(words + LONG, null, List.of(), List.of())).contains("SURNAME_IN_TEXT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Inès a écrit le moteur. Martin aussi.", "Inès et Tom programment", "Agnès Martin"})
    void leavesAFirstNameAlone(String words) {
        assertThat(found(words + " " + LONG, null, List.of(), List.of())).doesNotContain("SURNAME_IN_TEXT");
    }

    @Test
    void findsASurnameInAnImageDescription() {
        assertThat(found(LONG, null, List.of(image("Inès Martin devant son écran.", List.of())), List.of()))
                .contains("SURNAME_IN_TEXT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecrire a equipe@example.org", "au 06 12 34 56 78", "au +33612345678", "05.61.00.00.00"})
    void findsAMailOrAPhone(String words) {
        assertThat(found(LONG + words, null, List.of(), List.of())).contains("MAIL_OR_PHONE");
    }

    @Test
    void takesNoFigureForAPhone() {
        assertThat(found(LONG + "10 000 000 comparaisons, version 3.14.15", null, List.of(), List.of()))
                .doesNotContain("MAIL_OR_PHONE");
    }

    @Test
    void findsAnImageWhoseAuthorisationIsMissingEndedOrWithdrawn() {
        var images = List.of(image("Une élève devant un écran.", List.of(INES)));

        assertThat(found(LONG, null, images, List.of())).contains("IMAGE_WITHOUT_AUTHORISATION");
        assertThat(found(LONG, null, images, List.of(given(Purpose.PHOTO, TODAY.minusDays(1)))))
                .contains("IMAGE_WITHOUT_AUTHORISATION");
        assertThat(found(LONG, null, images, List.of(given(Purpose.VOICE, TODAY))))
                .contains("IMAGE_WITHOUT_AUTHORISATION");
        assertThat(found(LONG, null, images, List.of(given(Purpose.PHOTO, TODAY))))
                .doesNotContain("IMAGE_WITHOUT_AUTHORISATION");
    }

    @Test
    void findsAVideoWithoutAuthorisation() {
        var video = new ProjectContent.Video("https://youtu.be/abc", List.of(INES));

        assertThat(found(LONG, video, List.of(), List.of())).contains("VIDEO_WITHOUT_AUTHORISATION");
        assertThat(found(LONG, video, List.of(), List.of(given(Purpose.VOICE, TODAY))))
                .doesNotContain("VIDEO_WITHOUT_AUTHORISATION");
    }

    @Test
    void findsAPoorDescriptionAndPeopleSaidNowhere() {
        assertThat(found(LONG, null, List.of(image("IMG_2033.jpg", List.of())), List.of()))
                .contains("IMAGE_WITHOUT_WORDS");
        assertThat(found(LONG, null, List.of(image("Trois élèves autour d'une table.", List.of())), List.of()))
                .contains("PEOPLE_SAID_NOWHERE");
    }

    @Test
    void findsALinkElsewhereAndAShortText() {
        assertThat(found(LONG + "https://boutique.example/x", null, List.of(), List.of()))
                .contains("LINK_ELSEWHERE");
        assertThat(found(LONG + "https://codeberg.org/x", null, List.of(), List.of()))
                .doesNotContain("LINK_ELSEWHERE");
        assertThat(found("Un jeu.", null, List.of(), List.of())).contains("SHORT_TEXT");
    }

    private static List<String> found(
            String how, ProjectContent.@Nullable Video video, List<ProjectImage> images, List<Authorisation> given) {
        var content = new ProjectContent(
                "Un tri",
                "2025-2026",
                Level.TERMINALE,
                Category.ART,
                "Un tri que l'on entend.",
                LONG,
                how,
                "",
                video,
                Licence.MIT,
                List.of(INES),
                1,
                1,
                List.of());
        return ProjectFindingRules.findings(new ProjectFindingRule.Subject(
                        content,
                        Map.of(INES, "Inès"),
                        images,
                        Rights.of(given, TODAY),
                        ASchool.lycee("Lycée").school()))
                .stream()
                .map(ProjectFindingRules.Finding::rule)
                .toList();
    }

    private static ProjectImage image(String alternative, List<UUID> people) {
        return new ProjectImage(UUID.randomUUID(), PROJECT, alternative, people);
    }

    private static Authorisation given(Purpose purpose, LocalDate until) {
        return new Authorisation(
                UUID.randomUUID(),
                PROJECT,
                INES,
                purpose,
                null,
                Giver.GUARDIAN,
                TODAY.minusDays(30),
                until,
                null,
                null);
    }
}
