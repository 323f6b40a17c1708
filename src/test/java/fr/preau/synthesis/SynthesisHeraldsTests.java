package fr.preau.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.PreauTest;
import fr.preau.account.PersonId;
import fr.preau.account.Role;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.consultation.Consultations;
import fr.preau.contribution.ContributionFixtures;
import fr.preau.contribution.Nature;
import fr.preau.synthesis.StatementRepository.Words;
import fr.preau.synthesis.SynthesisOutcome.Done;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is told what of a synthesis: those whose turn it is, those who spoke, once each.
@PreauTest
class SynthesisHeraldsTests {
    @Autowired
    private SynthesisFixtures fixtures;

    @Autowired
    private ContributionFixtures contributions;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Dealing dealing;

    @Autowired
    private SynthesisCourse course;

    @Autowired
    private Objecting objecting;

    @Autowired
    private Publications publications;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient database;

    private final PersonId someone = new PersonId(UUID.randomUUID());

    @Test
    void thoseOfEachLevelAreToldWhenItIsTheirTurn() {
        var id = fixtures.consultation();
        var below = fixtures.synthesis(id, fixtures.departement("09"));
        var above = fixtures.synthesis(id, fixtures.academieOf("09"));
        var departement = people.with(new Role.Coordinator(below.territory()));
        var academie = people.with(new Role.Coordinator(above.territory()));
        var neighbour = people.with(new Role.Coordinator(fixtures.departement("31")));
        fixtures.publish(fixtures.said(id, below.territory(), Nature.NEED, "Un ordinateur pour chaque élève."));
        carry(below);
        assertThat(subjects(academie)).singleElement().asString().startsWith("À votre tour");

        var item = fixtures.undealt(above).getFirst();
        takeUp(above);
        course.submit(act(above), fixtures.lock(above));
        course.contest(act(above), fixtures.lock(above), 5);
        assertThat(subjects(departement)).last().asString().startsWith("Vous pouvez faire des objections");

        var objection = new Act(above.id(), UUID.randomUUID(), departement.id());
        assertThat(objecting.object(objection, item.id(), "Ce n'est pas ce que nous disions."))
                .isInstanceOf(Done.class);
        assertThat(subjects(academie)).last().isEqualTo("Une objection attend votre réponse");
        var answered = new Act(above.id(), UUID.randomUUID(), academie.id());
        objecting.answer(answered, objection.form(), Objection.Outcome.UPHELD, "Le sens y est.");
        assertThat(subjects(departement)).last().isEqualTo("Réponse à une objection de votre territoire");

        fixtures.passContest(above);
        course.validate(act(above), fixtures.lock(above));
        assertThat(subjects(departement)).last().asString().startsWith("Synthèse validée");
        publications.publish(consultations.find(id).orElseThrow(), UUID.randomUUID(), someone);
        assertThat(subjects(departement)).last().asString().startsWith("Les synthèses sont publiées");
        assertThat(subjects(academie)).last().asString().startsWith("Les synthèses sont publiées");
        assertThat(subjects(neighbour)).isEmpty();
    }

    @Test
    void whoActsIsNotToldOfIt() {
        var id = fixtures.consultation();
        var below = fixtures.synthesis(id, fixtures.departement("09"));
        var above = fixtures.synthesis(id, fixtures.academieOf("09"));
        var academie = people.with(new Role.Coordinator(above.territory()));
        fixtures.publish(fixtures.said(id, below.territory(), Nature.NEED, "Un ordinateur pour chaque élève."));
        takeUp(below);
        course.submit(act(below), fixtures.lock(below));
        course.contest(act(below), fixtures.lock(below), 0);

        course.validate(new Act(below.id(), UUID.randomUUID(), academie.id()), fixtures.lock(below));

        assertThat(subjects(academie)).isEmpty();
    }

    @Test
    void thoseWhoWroteOnlineAreToldOnceWhenTheSynthesisIsOut() {
        var consultation = contributions.consultation();
        var mail = "auteur-%s@exemple.fr".formatted(UUID.randomUUID());
        var sent = contributions.sent(consultation, "09", "Prêter un ordinateur à chaque élève.", mail);
        var elsewhere = "auteur-%s@exemple.fr".formatted(UUID.randomUUID());
        contributions.sent(consultation, "31", "Prêter des tablettes.", elsewhere);
        contributions.publish(sent);
        var ariege = fixtures.synthesis(consultation.id(), fixtures.departement("09"));
        carry(ariege);

        publications.publish(consultation, UUID.randomUUID(), someone);
        await().untilAsserted(() -> assertThat(announcements(mail)).isEqualTo(1));
        publications.publish(consultation, UUID.randomUUID(), someone);
        await().during(java.time.Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(announcements(mail)).isEqualTo(1));

        assertThat(announcements(elsewhere)).isZero();
        assertThat(database.sql("select text from notification.message where recipient = ? and kind = 'SYNTHESIS_OUT'")
                        .param(mail)
                        .query(String.class)
                        .single())
                .contains(sent.path());
        assertThat(database.sql("select count(*) from contribution.author where mail = ?")
                        .param(mail)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoPublishedIsToldThatATextLeft() {
        var pilot = people.pilot();
        var id = fixtures.consultation();
        var below = fixtures.synthesis(id, fixtures.departement("09"));
        var said = fixtures.said(id, below.territory(), Nature.NEED, "Un ordinateur pour chaque élève.");
        fixtures.publish(said);
        carry(below);
        publications.publish(consultations.find(id).orElseThrow(), UUID.randomUUID(), pilot.id());

        fixtures.mask(said, "Elle nomme une personne.");

        assertThat(subjects(pilot)).last().asString().startsWith("Une publication est refaite sans un texte");
    }

    private void carry(Synthesis synthesis) {
        takeUp(synthesis);
        assertThat(fixtures.settle(synthesis, someone)).isInstanceOf(Done.class);
    }

    private void takeUp(Synthesis synthesis) {
        dealing.takeUp(
                act(synthesis),
                fixtures.undealt(synthesis).stream().map(Seen::of).toList(),
                new Words(StatementKind.PROPOSAL, "Prêter un ordinateur à qui n'en a pas."),
                LinkKind.MERGES);
    }

    private List<String> subjects(SignedIn person) {
        return database.sql("""
                        select m.subject from notification.message m join account.person p on p.mail = m.recipient
                        where p.id = ? and m.kind = 'SYNTHESIS' order by m.created_at, m.ctid
                        """)
                .param(person.id().value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private int announcements(String mail) {
        return database.sql("""
                        select count(*)::int from notification.message where recipient = ? and kind = 'SYNTHESIS_OUT'
                        """).param(mail).query(Integer.class).single();
    }

    private Act act(Synthesis synthesis) {
        return SynthesisFixtures.act(synthesis, someone);
    }
}
