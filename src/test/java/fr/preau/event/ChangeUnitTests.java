package fr.preau.event;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.event.EventContent.Picture;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeUnitTests {
    private static final EventContent BEFORE = AContent.complete().build();

    @Test
    void seesNothingWhereNothingChanged() {
        assertThat(change(AContent.complete())).isEqualTo(Change.NONE);
    }

    @Test
    void publishesAtOnceWhatNobodyDecidedOn() {
        assertThat(change(AContent.complete().contact("Grace", "grace@example.org")))
                .isEqualTo(Change.COSMETIC);
        assertThat(change(AContent.complete().link("https://visio.example/salle")))
                .isEqualTo(Change.COSMETIC);
        assertThat(change(AContent.complete().instructing("Entrée par la cour.")))
                .isEqualTo(Change.COSMETIC);
        assertThat(change(AContent.complete().accessible(Accessibility.STEP_FREE)))
                .isEqualTo(Change.COSMETIC);
        assertThat(change(AContent.complete().sessions(AContent.slot(AContent.DAY, "14:00", "16:00", 40, 25))))
                .isEqualTo(Change.COSMETIC);
        assertThat(change(AContent.complete().titled("Programer un robot !"))).isEqualTo(Change.COSMETIC);
    }

    @Test
    void hasReadOverWhatPeopleDecidedOn() {
        assertThat(change(AContent.complete().titled("Acheter un robot"))).isEqualTo(Change.SUBSTANTIAL);
        assertThat(change(AContent.complete().described("Autre chose."))).isEqualTo(Change.SUBSTANTIAL);
        assertThat(change(AContent.complete().format(Format.HYBRID))).isEqualTo(Change.SUBSTANTIAL);
        assertThat(change(AContent.complete().forAudience(Audience.PUBLIC))).isEqualTo(Change.SUBSTANTIAL);
        assertThat(change(AContent.complete().at(AContent.venue("Pamiers", "09", "09"))))
                .isEqualTo(Change.SUBSTANTIAL);
        assertThat(change(AContent.complete()
                        .sessions(AContent.slot(AContent.DAY.plusDays(1), "14:00", "16:00", 30, 20))))
                .isEqualTo(Change.SUBSTANTIAL);
        assertThat(change(AContent.complete()
                        .sessions(
                                AContent.slot(AContent.DAY, "14:00", "16:00", 30, 20),
                                AContent.slot(AContent.DAY, "17:00", "18:00", 30, 20))))
                .isEqualTo(Change.SUBSTANTIAL);
        assertThat(change(AContent.complete().picture(new Picture(UUID.randomUUID(), "Un robot"))))
                .isEqualTo(Change.SUBSTANTIAL);
    }

    @Test
    void publishesAnotherPolicyOfTheWaitingListAtOnce() {
        assertThat(change(AContent.complete().waiting(new WaitingPolicy(3)))).isEqualTo(Change.COSMETIC);
    }

    @Test
    void hasReadOverAnAccessibilityTakenAway() {
        var before = AContent.complete()
                .accessible(Accessibility.STEP_FREE, Accessibility.QUIET_ROOM)
                .build();
        var after = AContent.complete().accessible(Accessibility.STEP_FREE).build();

        assertThat(Change.between(before, after)).isEqualTo(Change.SUBSTANTIAL);
    }

    @Test
    void takesOtherFiguresForAnotherTitle() {
        assertThat(Change.isSameTitle("Le 8 mars du code", "Le 9 mars du code")).isFalse();
        assertThat(Change.isSameTitle("Élèves : le numérique", "Eleves, le numerique !"))
                .isTrue();
        assertThat(Change.isSameTitle("", "Un titre")).isFalse();
    }

    private static Change change(AContent after) {
        return Change.between(BEFORE, after.build());
    }
}
