package fr.preau.event;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.event.EventContent.Picture;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingRulesUnitTests {
    private static final Edition WEEK = new Edition(
            new EditionId(UUID.randomUUID()),
            "Semaine",
            AContent.DAY.minusDays(2),
            AContent.DAY.plusDays(3),
            Instant.EPOCH,
            Instant.MAX,
            Instant.EPOCH,
            Instant.MAX,
            "2026-2027",
            Edition.LETTER_KINDS,
            List.of(),
            true,
            Edition.OFFER_HOURS,
            false);

    @Test
    void findsNothingInAGoodEvent() {
        assertThat(found(AContent.complete())).isEmpty();
    }

    @Test
    void findsASessionOutsideTheWeek() {
        assertThat(found(AContent.complete()
                        .sessions(AContent.slot(AContent.DAY.plusDays(4), "14:00", "16:00", 30, 20))))
                .contains("OUTSIDE_THE_WEEK");
    }

    @Test
    void namesEachSessionItFindsAndItsField() {
        var far = AContent.slot(LocalDate.of(2031, 10, 31), "14:00", "16:00", 30, 20);
        var content = AContent.complete().sessions(AContent.slot(AContent.DAY, "10:00", "11:00", 30, 20), far);

        var finding = FindingRules.findings(new FindingRule.Subject(content.build(), WEEK, List.of()))
                .getFirst();

        assertThat(finding.field()).isEqualTo("sessions[1].day");
        assertThat(finding.sentence()).startsWith("Séance 2 (vendredi 31 octobre 2031) : ");
    }

    @Test
    void leadsToTheTextThatNamesAPrice() {
        var content = AContent.complete().instructing("Apportez 5 €.").build();

        assertThat(FindingRules.findings(new FindingRule.Subject(content, WEEK, List.of())))
                .extracting(Finding::field)
                .containsExactly("instructions");
    }

    @Test
    void findsASessionWithoutCapacity() {
        assertThat(found(AContent.complete().sessions(AContent.slot(AContent.DAY, "14:00", "16:00", null, null))))
                .containsExactly("NO_CAPACITY");
    }

    @Test
    void findsAnEventForPupilsWithoutSeatsForClasses() {
        assertThat(found(AContent.complete().sessions(AContent.slot(AContent.DAY, "14:00", "16:00", 30, 0))))
                .containsExactly("NO_SEAT_FOR_CLASSES");
        assertThat(found(AContent.complete()
                        .forAudience(Audience.PARENTS)
                        .sessions(AContent.slot(AContent.DAY, "14:00", "16:00", 30, 0))))
                .isEmpty();
    }

    @Test
    void findsAPlaceOutsideItsDepartement() {
        assertThat(found(AContent.complete().at(AContent.venue("Bordeaux", "09", "33"))))
                .containsExactly("PLACE_OUTSIDE_ITS_DEPARTEMENT");
        assertThat(found(AContent.complete().at(AContent.venue("Ailleurs", "09", null))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "IMG_2041", "photo.jpg", "robot"})
    void findsAnImageWithoutUsefulWords(String alternative) {
        var found = found(AContent.complete().picture(new Picture(UUID.randomUUID(), alternative)));

        assertThat(found.contains("IMAGE_WITHOUT_WORDS")).isEqualTo(!alternative.equals("robot"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Entrée 5 €",
                "12,50 euros par élève",
                "tarif réduit",
                "atelier payant",
                "prix d'entrée",
                "frais d’inscription",
                "billetterie en ligne"
            })
    void findsAPrice(String words) {
        assertThat(found(AContent.complete().described(words + LONG))).containsExactly("PRICE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gratuit",
                "remise du prix Turing",
                "0 €",
                "0,00 €",
                "tarif gratuit",
                "le prix Nobel",
                "une entreprise",
                "Europe"
            })
    void findsNoPriceWhereThereIsNone(String words) {
        assertThat(found(AContent.complete().described(words + LONG))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "poste en CDI",
                "une alternance chez nous",
                "nous recrutons",
                "stage rémunéré",
                "Offre d'emploi",
                "CDD de six mois"
            })
    void findsARecruitment(String words) {
        assertThat(found(AContent.complete().described(words + LONG))).containsExactly("RECRUITMENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"au CDI du lycée", "rendez-vous devant le CDI", "un stage d'observation", "les métiers"})
    void findsNoRecruitmentAtTheSchoolLibrary(String words) {
        assertThat(found(AContent.complete().described(words + LONG))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://bit.ly/3xYz", "https://www.eventbrite.fr/e/1", "https://exemple.fr/boutique/robot"})
    void findsAShopOrAShortLink(String link) {
        assertThat(found(AContent.complete().link(link))).containsExactly("SHOP_OR_SHORT_LINK");
    }

    @Test
    void findsAProbableDuplicate() {
        var same = AContent.complete().build();
        var elsewhere = AContent.complete()
                .at(AContent.venue("Bordeaux", "33", "33"))
                .sessions(AContent.slot(AContent.DAY.plusDays(1), "09:00", "10:00", 30, 20))
                .build();

        assertThat(duplicate(same, .6, true)).isTrue();
        assertThat(duplicate(same, .6, false)).isFalse();
        assertThat(duplicate(same, .8, false)).isTrue();
        assertThat(duplicate(elsewhere, .9, true)).isFalse();
    }

    @Test
    void findsASessionAtNightOrOnSunday() {
        var sunday = AContent.slot(AContent.DAY.minusDays(3), "14:00", "16:00", 30, 20);
        assertThat(found(AContent.complete().sessions(sunday))).contains("NIGHT_OR_SUNDAY");
        assertThat(found(AContent.complete().sessions(AContent.slot(AContent.DAY, "21:00", "23:00", 30, 20))))
                .containsExactly("NIGHT_OR_SUNDAY");
        assertThat(found(AContent.complete().sessions(AContent.slot(AContent.DAY, "05:00", "08:00", 30, 20))))
                .containsExactly("NIGHT_OR_SUNDAY");
    }

    @Test
    void findsADescriptionTooShort() {
        assertThat(found(AContent.complete().described("Venez !"))).containsExactly("SHORT_DESCRIPTION");
    }

    private static final String LONG =
            " : on programme un petit robot en équipe pendant deux heures, sans rien savoir d'avance, et on repart avec.";

    private static List<String> found(AContent content) {
        return FindingRules.findings(new FindingRule.Subject(content.build(), WEEK, List.of())).stream()
                .map(Finding::rule)
                .toList();
    }

    private static boolean duplicate(EventContent other, double likeness, boolean sameOrganisation) {
        var similar = new FindingRule.Similar(new EventId(UUID.randomUUID()), other, likeness, sameOrganisation, true);
        var subject = new FindingRule.Subject(AContent.complete().build(), WEEK, List.of(similar));
        return FindingRules.PROBABLE_DUPLICATE.find(subject).findAny().isPresent();
    }
}
