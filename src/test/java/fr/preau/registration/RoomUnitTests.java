package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The line of a waiting room that calls ten people a second.
class RoomUnitTests {
    private static final Instant NINE = Instant.parse("2026-11-16T08:00:00Z");
    private static final RoomSettings SETTINGS = new RoomSettings(Duration.ofHours(2), 10, Duration.ofMinutes(15));

    @Test
    void callsThoseWhoWereThereAtTheRateOfTheRoom() {
        var opened = new Room(false, 0, 0, 0, NINE.minusSeconds(600)).drawn(500, NINE, SETTINGS);

        assertThat(opened.called()).isZero();
        assertThat(opened.moved(NINE.plusSeconds(1), SETTINGS).called()).isEqualTo(10);
        assertThat(secondBySecond(opened, 30).called()).isEqualTo(300);
        assertThat(secondBySecond(opened, 60).called()).isEqualTo(500);
    }

    @Test
    void callsPlacesInTheirOrder() {
        var room = new Room(false, 0, 0, 0, NINE).drawn(50, NINE, SETTINGS).moved(NINE.plusSeconds(1), SETTINGS);

        assertThat(room.calls(1)).isTrue();
        assertThat(room.calls(10)).isTrue();
        assertThat(room.calls(11)).isFalse();
    }

    @Test
    void letsEveryoneStraightInWhileFewerComeThanItCalls() {
        var room = new Room(false, 0, 0, 0, NINE).drawn(0, NINE, SETTINGS);
        for (var second = 1; second <= 100; second++) {
            room = room.joined().moved(NINE.plusSeconds(second), SETTINGS);
            assertThat(room.calls(second)).isTrue();
        }
    }

    @Test
    void makesThoseWaitWhoComeTogetherAfterAQuietHour() {
        var room = new Room(true, 40, 40, 0, NINE);
        var later = NINE.plusSeconds(3600);
        for (var one = 0; one < 100; one++) {
            room = room.joined().moved(later, SETTINGS);
        }

        assertThat(room.called()).isEqualTo(40 + 20);
        assertThat(room.issued()).isEqualTo(140);
    }

    @Test
    void callsNobodyWhoHasNoPlace() {
        var room = new Room(true, 3, 3, 0, NINE).moved(NINE.plusSeconds(60), SETTINGS);

        assertThat(room.called()).isEqualTo(3);
    }

    @Test
    void neverGoesBackWhenAnotherMachinesClockIsBehind() {
        var room = new Room(true, 30, 10, 5, NINE).moved(NINE.minusSeconds(5), SETTINGS);

        assertThat(room.called()).isEqualTo(15);
    }

    private static Room secondBySecond(Room opened, int seconds) {
        var room = opened;
        for (var second = 1; second <= seconds; second++) {
            room = room.moved(NINE.plusSeconds(second), SETTINGS);
        }
        return room;
    }
}
