package fr.preau.programme;

import fr.preau.database.Demonstration;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A « Semaine NSI » that is open today.
@Component
@Profile("demonstration")
@Order(30)
class DemonstrationEdition implements Demonstration {
    private final Editions editions;
    private final Clock clock;

    DemonstrationEdition(Editions editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public void play(LocalDate monday) {
        var now = clock.instant();
        var saturday = monday.plusDays(5);
        var weekIsOver = saturday.plusDays(1).atStartOfDay(Editions.PARIS).toInstant();
        editions.create(new Edition(
                new EditionId(UUID.nameUUIDFromBytes(("demonstration " + monday).getBytes(StandardCharsets.UTF_8))),
                "Semaine NSI " + monday.getYear(),
                monday,
                saturday,
                now.minus(Duration.ofDays(45)),
                monday.atStartOfDay(Editions.PARIS).toInstant(),
                now.minus(Duration.ofDays(15)),
                weekIsOver,
                schoolYear(monday),
                Edition.LETTER_KINDS,
                List.of(
                        new Edition.Partner("Les associations partenaires (démonstration)", null),
                        new Edition.Partner("Les académies (démonstration)", null)),
                true,
                Edition.OFFER_HOURS,
                true));
    }

    private static String schoolYear(LocalDate day) {
        var first = day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1;
        return "%d-%d".formatted(first, first + 1);
    }
}
