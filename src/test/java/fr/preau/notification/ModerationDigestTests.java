package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.event.EventFixtures;
import fr.preau.showcase.ProjectFixtures;
import fr.preau.territory.ASchool;
import fr.preau.territory.Territories;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PreauTest
class ModerationDigestTests {
    private final ModerationDigest digest;
    private final EventFixtures events;
    private final ProjectFixtures projects;
    private final TestPeople people;
    private final Territories territories;
    private final JdbcClient db;

    @Autowired
    ModerationDigestTests(
            ModerationDigest digest,
            EventFixtures events,
            ProjectFixtures projects,
            TestPeople people,
            Territories territories,
            JdbcClient db) {
        this.digest = digest;
        this.events = events;
        this.projects = projects;
        this.people = people;
        this.territories = territories;
        this.db = db;
    }

    @Test
    void writesOnceAMorningToThoseForWhomSomethingWaits() {
        var event = events.published().at("Foix", "09", null).now();
        db.sql("""
                insert into event.report (id, event_id, ground, reported_at)
                values (:id, :event, 'OTHER', now() - interval '3 days')
                """)
                .param("id", UUID.randomUUID())
                .param("event", event.id().value())
                .update();
        projects.submitted(
                ASchool.lycee("Lycée du matin").in("Mende", "48000", "48").add(db));
        var here = people.coordinator(territories.departement("09").orElseThrow());
        var withAProject = people.coordinator(territories.departement("48").orElseThrow());
        var elsewhere = people.coordinator(territories.departement("975").orElseThrow());

        digest.write();
        digest.write();

        assertThat(textsTo(here.mail())).hasSize(1).first().asString().contains("votre avis, le plus ancien depuis");
        assertThat(textsTo(withAProject.mail()))
                .hasSize(1)
                .first()
                .asString()
                .contains("des Trophées NSI", "/espace/moderation/trophees");
        assertThat(textsTo(elsewhere.mail())).isEmpty();
    }

    private List<String> textsTo(String mail) {
        return db.sql("select text from notification.message where recipient = :mail and kind = 'MODERATION_DIGEST'")
                .param("mail", mail)
                .query((row, _) -> row.getString("text"))
                .list();
    }
}
