package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.event.SessionId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PreauTest
class RegistrationsTests {
    @Autowired
    private Registrations registrations;

    @Autowired
    private Ground ground;

    @Test
    void countsAPupilAnAdultAndAClassOnTheSameSeats() {
        var sitting = ground.sitting(40, 35);

        registrations.register(sitting.asks(Ground.pupil("Léa")));
        registrations.register(sitting.asks(Ground.adult(3)));
        registrations.register(sitting.asks(Ground.schoolClass("2de 4", 28, 2)));

        assertThat(ground.now(sitting).taken()).isEqualTo(34);
        assertThat(ground.now(sitting).classTaken()).isEqualTo(30);
        ground.audit(sitting);
    }

    @Test
    void takesAWholeClassOrNobody() {
        var sitting = ground.sitting(40, 29);

        var outcome = registrations.register(sitting.asks(Ground.schoolClass("2de 4", 28, 2)));

        assertThat(outcome).isEqualTo(new Outcome.Full(29));
        assertThat(ground.rows(sitting)).isZero();
        assertThat(ground.now(sitting).taken()).isZero();
    }

    @Test
    void answersTheSameFormTwiceAndStoresItOnce() {
        var sitting = ground.sitting(10, 0);
        var request = sitting.asks(Ground.pupil("Léa"));

        var first = (Outcome.Confirmed) registrations.register(request);
        var second = (Outcome.AlreadyDone) registrations.register(request);

        assertThat(second.registration().path()).isEqualTo(first.registration().path());
        assertThat(ground.now(sitting).taken()).isEqualTo(1);
    }

    @Test
    void answersTheSameFormEvenOnceTheSessionIsFull() {
        var sitting = ground.sitting(1, 0);
        var request = sitting.asks(Ground.pupil("Léa"));
        registrations.register(request);

        assertThat(registrations.register(request)).isInstanceOf(Outcome.AlreadyDone.class);
        assertThat(registrations.register(sitting.asks(Ground.pupil("Noé")))).isEqualTo(new Outcome.Full(0));
    }

    @Test
    void takesABrotherFromTheSameFormShownAgain() {
        var sitting = ground.sitting(10, 0);
        var lea = Ground.pupil("Léa");
        var request = sitting.asks(lea);
        registrations.register(request);

        var noe = new Registrant.Pupil("Noé", lea.mail(), lea.level(), null);
        var again = new SeatRequest(request.token(), request.event(), request.session(), noe);

        assertThat(registrations.register(again)).isInstanceOf(Outcome.Confirmed.class);
    }

    @Test
    void refusesTheSamePersonTwiceHoweverSpelled() {
        var sitting = ground.sitting(10, 0);
        var lea = Ground.pupil("Léa");
        registrations.register(sitting.asks(lea));

        var outcome = registrations.register(sitting.asks(
                new Registrant.Pupil("lea ", lea.mail().toUpperCase(java.util.Locale.ROOT), lea.level(), null)));

        assertThat(outcome).isInstanceOf(Outcome.Known.class);
        assertThat(ground.now(sitting).taken()).isEqualTo(1);
    }

    @Test
    void refusesTheSameClassTwiceFromAnotherTeacher() {
        var sitting = ground.sitting(100, 100);
        var first = Ground.schoolClass("2de 4", 20, 1);
        registrations.register(sitting.asks(first));

        var outcome = registrations.register(
                sitting.asks(Ground.schoolClass(first.school(), "2DE4", new Registrant.Headcount(18, 9, 2))));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(ground.now(sitting).classTaken()).isEqualTo(21);
    }

    @Test
    void letsACancelledPersonComeBack() {
        var sitting = ground.sitting(10, 0);
        var lea = Ground.pupil("Léa");
        var first = (Outcome.Confirmed) registrations.register(sitting.asks(lea));
        registrations.cancel(first.registration(), Cancellation.BY_REGISTRANT);

        assertThat(registrations.register(sitting.asks(lea))).isInstanceOf(Outcome.Confirmed.class);
        ground.audit(sitting);
    }

    @Test
    void knowsNoSessionThatIsForgedOrOfAnotherEvent() {
        var sitting = ground.sitting(10, 0);
        var other = ground.sitting(10, 0);
        var forged = new Ground.Sitting(sitting.event(), new SessionId(UUID.randomUUID()));
        var crossed = new Ground.Sitting(sitting.event(), other.session());

        assertThat(registrations.register(forged.asks(Ground.pupil("Léa")))).isInstanceOf(Outcome.Unknown.class);
        assertThat(registrations.register(crossed.asks(Ground.pupil("Léa")))).isInstanceOf(Outcome.Unknown.class);
        assertThat(ground.rows(other)).isZero();
    }

    @Test
    void changesNumbersByTheDifferenceAllOrNothing() {
        var sitting = ground.sitting(6, 0);
        var adult = ((Outcome.Confirmed) registrations.register(sitting.asks(Ground.adult(2)))).registration();
        registrations.register(sitting.asks(Ground.pupil("Léa")));

        assertThat(registrations.change(adult, 5)).isInstanceOf(Change.Done.class);
        assertThat(registrations.change(adult, 6)).isInstanceOf(Change.class);
        assertThat(ground.now(sitting).taken()).isEqualTo(6);
        ground.audit(sitting);
    }

    @Test
    void givesAClassItsNewNumbersAndBackItsSeats() {
        var sitting = ground.sitting(60, 40);
        var group = ((Outcome.Confirmed) registrations.register(sitting.asks(Ground.schoolClass("2de 4", 28, 2))))
                .registration();

        var smaller =
                registrations.change(group, new ClassChange(new Registrant.Headcount(20, null, 1), "Un fauteuil"));
        var tooLarge = registrations.change(group, new ClassChange(new Registrant.Headcount(40, null, 1), ""));

        assertThat(smaller).isInstanceOf(Change.Done.class);
        assertThat(tooLarge).isInstanceOf(Change.Full.class);
        assertThat(ground.now(sitting).classTaken()).isEqualTo(21);
        ground.audit(sitting);
    }

    @Test
    void cancelsOnce() {
        var sitting = ground.sitting(10, 0);
        var adult = ((Outcome.Confirmed) registrations.register(sitting.asks(Ground.adult(2)))).registration();

        assertThat(registrations.cancel(adult, Cancellation.BY_REGISTRANT)).isInstanceOf(Change.Done.class);
        assertThat(registrations.cancel(adult, Cancellation.BY_REGISTRANT)).isInstanceOf(Change.Gone.class);
        assertThat(ground.now(sitting).taken()).isZero();
    }
}
