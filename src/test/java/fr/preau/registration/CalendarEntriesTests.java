package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.event.Audience;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whose entry of a calendar is whose, for registrations of today and of before.
@PreauTest
class CalendarEntriesTests {
    @Autowired
    private Ground ground;

    @Autowired
    private Registrations registrations;

    @Autowired
    private CalendarEntries entries;

    @Autowired
    private JdbcClient sql;

    private final String mail = "famille-%s@example.org".formatted(UUID.randomUUID());

    @Test
    void areOnesOwn() {
        var sitting = ground.sitting(10, 0);
        var lea = register(sitting, "Léa");
        var tom = register(sitting, "Tom");

        assertThat(entries.of(lea)).isNotEqualTo(entries.of(tom));
        assertThat(entries.of(lea).thing()).isEqualTo(lea.id().value());
        assertThat(entries.isStillUsed(lea)).isFalse();
    }

    @Test
    void areTheSessionsForWhoWasRegisteredBefore() {
        var sitting = ground.sitting(10, 0);
        var lea = madeEarlier(register(sitting, "Léa"));
        var tom = madeEarlier(register(sitting, "Tom"));
        register(sitting, "Lou");

        assertThat(entries.of(lea).name())
                .isEqualTo("session-" + sitting.session().value());
        assertThat(entries.isStillUsed(lea)).isTrue();
        sql.sql("update registration.registration set cancelled_at = now(), cancelled_by = 'REGISTRANT' where id = ?")
                .param(tom.id().value())
                .update();
        assertThat(entries.isStillUsed(lea)).as("Lou has an entry of her own").isFalse();
    }

    private Registration register(Ground.Sitting sitting, String name) {
        var pupil = new Registrant.Pupil(name, mail, Audience.SECONDE, null);
        return ((Outcome.Confirmed) registrations.register(sitting.asks(pupil))).registration();
    }

    private Registration madeEarlier(Registration registration) {
        sql.sql("update registration.registration set created_at = '2026-01-01Z' where id = ?")
                .param(registration.id().value())
                .update();
        return registrations.find(registration.id()).orElseThrow();
    }
}
