package fr.preau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.event.EventFixtures;
import fr.preau.programme.EditionFixtures;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The opening minute as one person lives it, on a phone without scripts: they come early, wait among others, are told
/// where they stand, and the form opens by itself.
@PreauTest
@ExtendWith(Scene.Setting.class)
class WaitingRoomJourney {
    @Autowired
    private EditionFixtures editions;

    @Autowired
    private EventFixtures events;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void waitsItsTurnWithoutScripts(Scene scene) {
        var edition = editions.openingIn(Duration.ofMinutes(10));
        var event = events.published().in(edition).seats(30).now();
        var form = "/evenements/%s/seances/%s/inscription?comme=adulte"
                .formatted(event.id().value(), event.session().value());
        var visitor = scene.visitor(Way.NO_SCRIPT, Screen.PHONE);

        visitor.open(form)
                .reads("Salle d'attente")
                .reads("Vous êtes bien arrivé")
                .reads("1 personne, vous compris");
        crowd(edition.id().value());
        clock.advance(Duration.ofMinutes(10));
        visitor.open(form).reads("Votre place est gardée").reads("Avant vous").reads("moins d'une minute");
        visitor.follow("Ne plus la mettre à jour seule").reads("ne se met plus à jour seule");
        visitor.follow("voir où j'en suis");
        visitor.page().waitForURL("**/inscription?comme=adulte");

        visitor.type("Votre prénom", "Camille").type("Votre adresse de courriel", "camille@example.org");
        visitor.type("Combien de personnes", "1").press("S'inscrire").reads("Regardez vos courriels");
        assertThat(visitor.status()).isEqualTo(200);
    }

    /// A few others, who came before the hour too.
    private void crowd(UUID edition) {
        database.sql("""
                        insert into registration.room_ticket (id, edition_id, arrived_at)
                        select gen_random_uuid(), ?, now() from generate_series(1, 12)
                        """).param(edition).update();
    }
}
