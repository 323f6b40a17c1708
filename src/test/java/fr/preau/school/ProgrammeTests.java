package fr.preau.school;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.event.NearbyEvents;
import fr.preau.programme.Edition;
import fr.preau.territory.School;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PreauTest
class ProgrammeTests {
    @Autowired
    private SchoolGround ground;

    @Autowired
    private ProgrammeReader reader;

    @Autowired
    private Commitments commitments;

    @Autowired
    private Recommendations recommendations;

    @Autowired
    private NearbyEvents nearby;

    private School school;
    private Edition edition;

    @BeforeEach
    void settle() {
        school = ground.school();
        edition = ground.edition();
    }

    @Test
    void gathersByDateWhatClassesBookedWhatIsHostedAndWhatIsAdvised() {
        var advised = ground.event("Recommandé", 3).now();
        var hosted = ground.event("Accueilli", 2).at(school).now();
        var booked = ground.event("Réservé", 1).now();
        ground.event("Ailleurs", 1).at(ground.school()).now();
        advise(advised.id());
        ground.book(school, booked, "2de 4");
        ground.book(school, booked, "2de 2");

        var entries = reader.whole(edition, school).entries();

        assertThat(entries).extracting(ProgrammeEntry::title).containsExactly("Réservé", "Accueilli", "Recommandé");
        assertThat(entries.get(0).classNames()).isEqualTo("2de 2, 2de 4");
        assertThat(entries.get(0).levels()).isEqualTo("2de");
        assertThat(entries.get(1).hosted()).isTrue();
        assertThat(entries.get(1).event().id()).isEqualTo(hosted.id());
        assertThat(entries.get(1).event().venue()).isEqualTo(school.uai());
        assertThat(entries.get(2).recommendation()).isNotNull();
    }

    @Test
    void isOneEntryForAnEventOfSeveralReasons() {
        var event = ground.event("Chez nous", 1).at(school).now();
        ground.book(school, event, "2de 4");
        advise(event.id());

        assertThat(reader.whole(edition, school).entries())
                .singleElement()
                .matches(entry -> entry.hosted()
                        && entry.recommendation() != null
                        && entry.classes().size() == 1);
    }

    @Test
    void namesTheSessionsThatClassesGoTo() {
        var event = ground.event("Deux séances", 2)
                .on(ground.day(1), "09:00", "10:00")
                .now();
        ground.book(school, event, 1, "2de 4");

        assertThat(reader.whole(edition, school).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.sessions())
                        .singleElement()
                        .matches(session -> session.id().equals(event.sessions().get(1))));
    }

    @Test
    void leavesOutOtherEditionsAndOtherSchools() {
        ground.book(ground.school(), ground.event("Une autre école", 1).now(), "2de 4");
        var event = ground.event("Rendu", 1).now();

        assertThat(reader.whole(edition, school).entries()).isEmpty();
        assertThat(event.edition()).isEqualTo(edition);
    }

    @Test
    void showsOthersNoSentenceBeforeTheHeadPublishesIt() {
        advise(ground.event("Pas encore lu", 1).now().id());

        assertThat(reader.published(edition, school).entries()).isEmpty();
        publish();
        assertThat(reader.published(edition, school).entries())
                .singleElement()
                .matches(entry -> entry.advice().equals("Allez-y."));
    }

    @Test
    void marksWhatIsCancelledAndAnnouncesItNoMore() {
        var cancelled = ground.event("Annulé", 1).now();
        ground.book(school, cancelled, "2de 4");
        var held = ground.event("Maintenu", 2).now();
        advise(held.id());
        publish();
        ground.cancel(cancelled.id());

        var programme = reader.published(edition, school);

        assertThat(programme.entries()).extracting(ProgrammeEntry::cancelled).containsExactly(true, false);
        assertThat(programme.entries().getFirst().classes()).isEmpty();
        assertThat(programme.announced(Instant.now()))
                .extracting(ProgrammeEntry::title)
                .containsExactly("Maintenu");
        assertThat(programme.calendar()).hasSize(2);
        assertThat(ParentMessage.of(programme, "https://preau.example/x", Instant.now())
                        .text())
                .contains("Maintenu")
                .doesNotContain("Annulé");
    }

    @Test
    void putsFirstWhatFamiliesMayGoToAndSaysHowManySeatsAreLeft() {
        var visit = ground.event("Visite en classe", 1).comingTo("09").now();
        ground.book(school, visit, "2de 4");
        var open = ground.event("Portes ouvertes", 2).seats(12).now();
        advise(open.id());
        publish();
        var now = Instant.now();

        var programme = reader.published(edition, school);

        assertThat(programme.entries())
                .extracting(ProgrammeEntry::title)
                .containsExactly("Visite en classe", "Portes ouvertes");
        assertThat(programme.familiesFirst(now))
                .extracting(ProgrammeEntry::title)
                .containsExactly("Portes ouvertes", "Visite en classe");
        assertThat(programme.familiesFirst(now))
                .extracting(entry -> entry.seatsForFamilies(now))
                .containsExactly(12, 0);
        assertThat(ParentMessage.of(programme, "https://preau.example/x", now).text())
                .contains("Portes ouvertes (ouvert aux familles)", "Visite en classe\n");
    }

    @Test
    void offersWhatIsNearFirstAndAnythingThatHasTheWords() {
        var mark = "zq" + school.uai().value().toLowerCase(java.util.Locale.ROOT);
        var here = ground.event("Ici " + mark, 1).at(school).now();
        var far = ground.event("Loin " + mark, 1)
                .at("Lille", "59", new fr.preau.territory.GeoPoint(50.63, 3.06))
                .now();
        var gone = ground.event("Annulé " + mark, 1).at(school).now();
        ground.cancel(gone.id());

        var asked = new NearbyEvents.Asked(edition.id(), school, mark);

        assertThat(nearby.find(asked, 1).events())
                .extracting(event -> event.id())
                .containsExactly(here.id(), far.id());
        assertThat(nearby.find(new NearbyEvents.Asked(edition.id(), school, ""), 1)
                        .events())
                .extracting(event -> event.id())
                .contains(here.id())
                .doesNotContain(far.id());
        assertThat(nearby.find(asked, 2).events()).isEmpty();
    }

    @Test
    void keepsTheMessagesLinkShortHoweverMuchThereIsToSay() {
        for (var number = 0; number < 12; number++) {
            advise(ground.event("Éléphants électroniques et étés étonnants, épisode " + number, 1)
                    .now()
                    .id());
        }
        publish();

        var message = ParentMessage.of(
                reader.published(edition, school), "https://preau.example/" + "x".repeat(40), Instant.now());

        assertThat(message.mailto()).hasSizeLessThanOrEqualTo(1900).startsWith("mailto:?subject=");
        assertThat(message.text()).contains("épisode 0", "d'autres encore").doesNotContain("épisode 9");
        assertThat(List.of(message.mailto().split("%0D%0A"))).hasSizeGreaterThan(6);
    }

    private void advise(fr.preau.event.EventId event) {
        var teacher = ground.viewer(ground.teacher(school));
        assertThat(recommendations.write(edition.id(), school.uai(), event, "Allez-y.", teacher))
                .isInstanceOf(Advice.Written.class);
    }

    private void publish() {
        var head = ground.viewer(ground.head(school));
        commitments.commit(edition.id(), school.uai(), head);
        var commitment = commitments.find(edition.id(), school.uai()).orElseThrow();
        commitments.publish(commitment, Visibility.PUBLIC, Instant.now(), head);
    }
}
