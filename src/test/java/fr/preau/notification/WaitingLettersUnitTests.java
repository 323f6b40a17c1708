package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.account.OrganisationId;
import fr.preau.event.Audience;
import fr.preau.event.EventId;
import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import fr.preau.event.WaitingPolicy;
import fr.preau.programme.EditionId;
import fr.preau.registration.OfferExpired;
import fr.preau.registration.Registration;
import fr.preau.registration.RegistrationId;
import fr.preau.registration.SeatsOffered;
import fr.preau.registration.WaitingEnded;
import fr.preau.registration.WaitingEntry;
import fr.preau.registration.WaitingJoined;
import fr.preau.registration.WaitingMoved;
import fr.preau.web.TestOperator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What those who wait read.
class WaitingLettersUnitTests {
    private static final Instant UNTIL = Instant.parse("2026-12-02T18:30:00Z");
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0";

    private final LetterWriter writer = new LetterWriter("https://preau.example", TestOperator.unset());
    private final WaitingLetters letters = new WaitingLetters(writer);
    private final PublishedEvent event = event();

    @Test
    void saysTheDeadlineOfAnOfferOnTheClocksOfTheEvent() {
        var letter = letters.offer(new SeatsOffered(entry(WaitingEntry.State.OFFERED, UNTIL), event));

        assertThat(plain(letter))
                .contains("3 places sont gardées pour 3 personnes, jusqu'au mercredi 2 décembre 2026 à 22 h 30")
                .contains("https://preau.example/attente/" + KEY);
    }

    @Test
    void saysThePlaceOnTheListAndHowToLeave() {
        var letter = letters.joined(new WaitingJoined(entry(WaitingEntry.State.WAITING, null), event, 2));

        assertThat(plain(letter))
                .contains("3e sur la liste, derrière 2 demandes", "https://preau.example/attente/" + KEY);
    }

    @Test
    void saysWhatHoldsNowAndThatThePlaceIsKeptWhenASessionMoves() {
        var waits = plain(letters.moved(new WaitingMoved(entry(WaitingEntry.State.WAITING, null), event, null)));
        var offered = plain(letters.moved(new WaitingMoved(entry(WaitingEntry.State.OFFERED, UNTIL), event, null)));

        assertThat(waits)
                .contains("Votre tour est gardé", "samedi 5 décembre 2026", "https://preau.example/attente/" + KEY);
        assertThat(offered).contains("La place proposée reste gardée");
    }

    @Test
    void neverSaysAChildSNameInASubject() {
        var offered = entry(WaitingEntry.State.OFFERED, UNTIL);
        assertThat(List.of(
                        letters.offer(new SeatsOffered(offered, event)),
                        letters.expired(new OfferExpired(offered, event)),
                        letters.moved(new WaitingMoved(offered, event, null)),
                        letters.joined(new WaitingJoined(offered, event, 0))))
                .noneMatch(letter -> letter.subject().contains("Léa"));
    }

    @Test
    void saysWhyAListEndsAndQuotesTheOrganiser() {
        var waits = entry(WaitingEntry.State.WAITING, null);
        for (var why : WaitingEnded.Why.values()) {
            assertThat(plain(letters.ended(new WaitingEnded(waits, event, why, ""))))
                    .contains("liste d'attente");
        }
        var cancelled = new WaitingEnded(waits, event, WaitingEnded.Why.CANCELLED, "La salle est inondée.");
        assertThat(plain(letters.ended(cancelled))).contains("> La salle est inondée.");
    }

    /// As read, spaces of every kind made one.
    private String plain(Letter letter) {
        return writer.text(letter).replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }

    private WaitingEntry entry(WaitingEntry.State state, @Nullable Instant until) {
        var wanted = new Registration(
                new RegistrationId(UUID.randomUUID()),
                event.id(),
                event.sessions().getFirst().id(),
                Registration.Kind.ADULT,
                "Léa",
                "lea@example.org",
                3,
                null,
                null,
                null,
                KEY,
                UNTIL);
        return new WaitingEntry(wanted, 3, 0, state, until);
    }

    private static PublishedEvent event() {
        var id = new EventId(UUID.randomUUID());
        var start = Instant.parse("2026-12-05T06:00:00Z").atZone(ZoneId.of("Indian/Reunion"));
        return new PublishedEvent(
                id,
                1,
                new EditionId(UUID.randomUUID()),
                new OrganisationId(UUID.randomUUID()),
                "Robots",
                "Des robots.",
                "atelier",
                Format.ON_SITE,
                Set.of(Audience.SECONDE),
                "974",
                "Saint-Denis",
                null,
                "contact@example.org",
                false,
                List.of(new PublishedSession(
                        new SessionId(UUID.randomUUID()), id, start, start.plusHours(2), 10, 10, 10, 0, false)),
                WaitingPolicy.STRICT,
                "",
                null);
    }
}
