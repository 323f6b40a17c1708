package fr.preau.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.account.Accounts;
import fr.preau.account.MailAddress;
import fr.preau.account.Role;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.consultation.ConsultationFixtures;
import fr.preau.contribution.ContributionFixtures;
import fr.preau.event.EventFixtures;
import fr.preau.territory.ASchool;
import fr.preau.territory.School;
import fr.preau.territory.Territories;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Types one word no dictionary has into every form that asks something of someone.
@Component
class Planting {
    private static final RequestPostProcessor NOBODY = request -> request;

    private final ObjectProvider<MockMvcTester> mvc;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final TestPeople people;
    private final EventFixtures events;
    private final Territories territories;
    private final ContributionFixtures contributions;
    private final ConsultationFixtures consultations;

    Planting(
            ObjectProvider<MockMvcTester> mvc,
            JdbcClient jdbc,
            Accounts accounts,
            TestPeople people,
            EventFixtures events,
            Territories territories,
            ContributionFixtures contributions,
            ConsultationFixtures consultations) {
        this.consultations = consultations;
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.people = people;
        this.events = events;
        this.territories = territories;
        this.contributions = contributions;
    }

    /// The word, in small letters, that names and addresses hold everywhere.
    String plant() {
        var word = ThreadLocalRandom.current()
                .ints(14, 'b', 'z' + 1)
                .mapToObj(letter -> letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u'
                        ? "x"
                        : String.valueOf((char) letter))
                .collect(java.util.stream.Collectors.joining("", "zq", "zq"));
        var school =
                ASchool.lycee("Lycée des Plantations").in("Foix", "09000", "09").add(jdbc);
        accounts(word, school);
        acts(word);
        var event = event(word);
        registrations(word, school, event);
        moderation(word, event);
        whatNoFormShows(word, event);
        waiting(word, event);
        school(word, school, event);
        showcase(word, school);
        contributions.remarked(word);
        consultations.plant(word);
        return word;
    }

    /// Every letter has left: in the middle of a sending, a letter is not forgotten.
    boolean lettersLeft(String word) {
        return jdbc.sql("""
                        select not exists (select from notification.message
                            where state in ('WAITING', 'SENDING') and position(? in recipient) > 0) as it
                        """).param(word).query((row, _) -> row.getBoolean("it")).single();
    }

    private void letGrowOld(String table, String words, String word) {
        jdbc.sql("alter table %s disable trigger user".formatted(table)).update();
        jdbc.sql("update %s set at = at - interval '3 years' where position(:word in %s) > 0".formatted(table, words))
                .param("word", word)
                .update();
        jdbc.sql("alter table %s enable trigger user".formatted(table)).update();
    }

    /// The database guards the journal with its own clock, which tests cannot set: the entries are made older.
    void letTheJournalGrowOld(String word) {
        letGrowOld("account.journal", "actor_mail || subject_mail", word);
        letGrowOld("account.act", "actor_mail || about || reason", word);
    }

    /// Other tests still need their people when two years have passed here.
    void keepEverybodyElse(String word) {
        jdbc.sql("""
                        update account.person set last_seen = current_date + 3650, warned_on = null
                        where removed_at is null and position(? in mail || name) = 0
                        """).param(word).update();
    }

    private void accounts(String word, School school) {
        send(NOBODY, "/connexion", "courriel", word + ".link@example.org", "vers", "/evenements?mots=" + word);
        var person = person(word, "member");
        send(person, "/espace/nom", "nom", "Nom " + word);
        var organisation = UUID.randomUUID();
        send(
                person,
                "/espace/organisations",
                "jeton",
                organisation.toString(),
                "nom",
                "Association des Plantations " + organisation,
                "nature",
                "ASSOCIATION",
                "departement",
                "09",
                "commune",
                "Foix");
        send(person, "/espace/organisations/" + organisation + "/invitations", "courriel", word + ".guest@example.org");
        send(
                person,
                "/espace/etablissements",
                "nom",
                "Nom " + word,
                "fonction",
                "TEACHER",
                "etablissement",
                school.uai().value());
        send(person, "/espace/mes-donnees/adresse", "courriel", word + ".new@example.org");
        send(
                people.pilot(),
                "/espace/administration/roles/nouveau",
                "courriel",
                word + ".coordinator@example.org",
                "territoire",
                territories.departement("09").orElseThrow().territory().key());
    }

    private EventFixtures.Published event(String word) {
        var organisation = people.organisation("Organisation des Plantations");
        return events.published()
                .by(organisation.id())
                .contact("Contact " + word, word + ".contact@example.org")
                .speaker("Intervenante " + word, "Métier")
                .seats(60)
                .now();
    }

    private void acts(String word) {
        write("""
                insert into account.act (at, actor_id, actor_mail, act, about, reason)
                values (now(), gen_random_uuid(), ?, 'annule l''événement', ?, ?)
                """, word + ".pilot@example.org", "Atelier de " + word, "Raison de " + word);
    }

    private void registrations(String word, School school, EventFixtures.Published event) {
        var path = "/evenements/%s/seances/%s/inscription"
                .formatted(event.id().value(), event.session().value());
        send(
                NOBODY,
                path,
                "comme",
                "eleve",
                "prenom",
                "Élève " + word,
                "niveau",
                "SECONDE",
                "courriel",
                word + ".pupil@example.org");
        send(
                NOBODY,
                path,
                "comme",
                "adulte",
                "prenom",
                "Adulte " + word,
                "nombre",
                "2",
                "courriel",
                word + ".adult@example.org");
        send(
                NOBODY,
                path,
                "comme",
                "adulte",
                "prenom",
                "Annulée " + word,
                "nombre",
                "1",
                "courriel",
                word + ".cancelled@example.org");
        var teacher = person(word, "teacher", new Role.Teacher(school.uai()));
        send(
                teacher,
                path,
                "comme",
                "classe",
                "etablissement",
                school.uai().value(),
                "classe",
                "2de 4",
                "niveau",
                "SECONDE",
                "effectif.eleves",
                "20",
                "effectif.accompagnateurs",
                "2",
                "effectif.besoins",
                "Besoin de " + word);
        corrections(word);
        organiser(word, event);
    }

    private void corrections(String word) {
        var pupil = "/inscriptions/" + column("key", word + ".pupil@example.org");
        send(NOBODY, pupil + "/donnees/prenom", "prenom", "Corrigée " + word);
        send(NOBODY, pupil + "/donnees/adresse", "courriel", word + ".moved@example.org");
        send(NOBODY, "/inscriptions/retrouver", "courriel", word + ".pupil@example.org");
    }

    private void organiser(String word, EventFixtures.Published event) {
        var member = person(word, "organiser", new Role.Member(event.organisation()));
        var path = "/espace/evenements/%s/inscrits".formatted(event.id().value());
        send(member, path + "/message", "seance", "", "objet", "Objet " + word, "texte", "Texte " + word);
        send(member, path + "/annulation/" + column("id", word + ".cancelled@example.org"), "raison", "Raison " + word);
    }

    private void moderation(String word, EventFixtures.Published event) {
        send(
                NOBODY,
                "/evenements/%s/signaler".formatted(event.id().value()),
                "ground",
                "OTHER",
                "sentence",
                "Phrase " + word);
        var moderator = person(
                word,
                "moderator",
                new Role.Coordinator(territories.departement("09").orElseThrow().territory()));
        send(moderator, "/espace/nom", "nom", "Moderatrice " + word);
        var lock = jdbc.sql("select lock_version from event.event where id = ?")
                .param(event.id().value())
                .query(Integer.class)
                .single();
        var named = new SignedIn(moderator.id(), moderator.mail(), "Moderatrice " + word, "");
        var page = "/espace/moderation/%s".formatted(event.id().value());
        send(named, page + "/signalements", "lock", String.valueOf(lock), "vu", "1.0", "decision", "nothing");
        send(
                named,
                page + "/confier",
                "lock",
                String.valueOf(lock),
                "a",
                "person",
                "courriel",
                word + ".taker@example.org",
                "sentence",
                "Confie " + word);
    }

    /// What only an accident or another screen writes: a decision, a picture's words, a failed news, an import.
    private void whatNoFormShows(String word, EventFixtures.Published event) {
        var id = event.id().value();
        write(
                "update event.version set decider = ?, sentence = ? where event_id = ?",
                "Nom " + word,
                "Dit " + word,
                id);
        write("update event.ruling set sentence = ? where event_id = ?", "Clos " + word, id);
        write(
                "update event.listing set image_alternative = ?, cancelled_reason = ? where event_id = ?",
                "Photo de " + word,
                "Malade : " + word,
                id);
        write("""
                insert into news.event_publication (id, listener_id, event_type, serialized_event, publication_date)
                values (?, 'nobody', 'nothing', ?, now())
                """, UUID.randomUUID(), "{\"mail\":\"%s@example.org\"}".formatted(word));
        var run = UUID.randomUUID();
        write("""
                insert into territory.import_run
                    (id, file, asked_by, started_at, ended_at, seen_at, state, sentence, kind)
                values (?, ?, ?, now(), now(), now(), 'DONE', ?, 'SCHOOLS')
                """, run, word + ".csv", "Nom " + word, "Dit " + word);
        write("insert into territory.import_refusal (run, line, reason) values (?, 2, ?)", run, "Ligne " + word);
        write("""
                insert into territory.import_remark (run, kind, total, lines, sentences)
                values (?, 'KEPT', 1, '{2}', array[?::text])
                """, run, "Reste " + word);
        write("insert into territory.import_file (run, piece, bytes) values (?, 0, ?::text::bytea)", run, word);
    }

    private void waiting(String word, EventFixtures.Published event) {
        write(
                """
                insert into registration.waiting (id, form_token, key, event_id, session_id, place, kind, first_name,
                    mail, seats, level, uai, person_id, class_name, pupils, adults, needs, created_at, state, ended_at)
                values (?, gen_random_uuid(), left(replace(? ::text, '-', ''), 27), ?, ?, 1, 'CLASS', ?, ?, 22,
                    'SECONDE', '0090000A', gen_random_uuid(), ?, 20, 2, ?, now(), 'LEFT', now())
                """,
                UUID.randomUUID(),
                UUID.randomUUID(),
                event.id().value(),
                event.session().value(),
                "Nom " + word,
                word + ".waiting@example.org",
                "2de " + word,
                "Besoin de " + word);
        write("""
                insert into registration.needs_answer (registration_id, needs, answer, answered_by, answered_at)
                select id, needs, 'Réponse à ' || needs, gen_random_uuid(), now()
                from registration.registration where mail = ?
                """, word + ".teacher@example.org");
    }

    private void school(String word, School school, EventFixtures.Published event) {
        var uai = school.uai().value();
        write("""
                insert into school.recommendation
                    (edition_id, uai, event_id, sentence, shown, written_by, written_at)
                values (gen_random_uuid(), ?, ?, ?, ?, gen_random_uuid(), now())
                """, uai, event.id().value(), "Dit " + word, "Publie " + word);
        write("""
                insert into school.journal (edition_id, uai, at, action, actor, actor_name)
                values (gen_random_uuid(), ?, now(), 'COMMITTED', gen_random_uuid(), ?)
                """, uai, "Nom " + word);
        write("""
                insert into school.orientation (registration_id, uai, school_year, class_name, level, event_id, title,
                    kind, organisation, day, pupils, presumed, kept, keep_until)
                values (gen_random_uuid(), ?, '2025-2026', '2de 4', 'SECONDE', ?, 'Titre', 'atelier', 'Organisation',
                    current_date, 20, false, ?, current_date + 1800)
                """, uai, event.id().value(), "Retient " + word);
    }

    private void showcase(String word, School school) {
        var project = UUID.randomUUID();
        var member = UUID.randomUUID();
        write("""
                insert into showcase.project (id, edition_id, uai, departement, created_by, created_at, state, content,
                    title, written_at, names_until)
                values (?, gen_random_uuid(), ?, '09', gen_random_uuid(), now(), 'WITHDRAWN', '{}', 'Projet', now(),
                    current_date + 60)
                """, project, school.uai().value());
        write(
                "insert into showcase.member (id, project_id, name, key, added_at) values (?, ?, ?, ?, now())",
                member,
                project,
                "Élève " + word,
                "key of " + member);
        write("""
                insert into showcase.authorisation (id, project_id, member_id, purpose, surname, giver, given_on,
                    valid_until, recorded_by, recorded_at)
                values (gen_random_uuid(), ?, ?, 'SURNAME', ?, 'GUARDIAN', current_date, current_date + 10,
                    gen_random_uuid(), now())
                """, project, member, "Famille " + word);
        write("""
                insert into showcase.decision (project_id, state, decider, decided_at, reason, sentence)
                values (?, 'REJECTED', ?, now(), 'OTHER', ?)
                """, project, "Nom " + word, "Dit " + word);
        write("""
                insert into showcase.report (id, project_id, ground, sentence, reported_at)
                values (gen_random_uuid(), ?, 'OTHER', ?, now())
                """, project, "Phrase " + word);
    }

    private SignedIn person(String word, String what, Role... roles) {
        var mail = new MailAddress("%s.%s@example.org".formatted(word, what));
        var person = accounts.findOrCreate(mail);
        accounts.rename(person.id(), "Nom " + word);
        for (var role : roles) {
            people.grant(person.id(), role);
        }
        return new SignedIn(person.id(), mail.value(), "Nom " + word, "");
    }

    private String column(String column, String mail) {
        return jdbc.sql("select %s::text as it from registration.registration where mail = ?".formatted(column))
                .param(mail)
                .query((row, _) -> row.getString("it"))
                .single();
    }

    private void write(String statement, Object... values) {
        var sql = jdbc.sql(statement);
        for (var value : values) {
            sql = sql.param(value);
        }
        assertThat(sql.update()).isPositive();
    }

    /// What is typed must be taken: a form that refuses plants nothing.
    private void send(RequestPostProcessor who, String address, String... fields) {
        TestSecurityContextHolder.clearContext();
        // Each from a network of its own: what one may ask for is counted by network.
        var network = "198.18.%d.%d"
                .formatted(
                        ThreadLocalRandom.current().nextInt(256),
                        ThreadLocalRandom.current().nextInt(256));
        var request = mvc.getObject().post().uri(address).with(who).with(csrf()).with(from -> {
            from.setRemoteAddr(network);
            return from;
        });
        var token = false;
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
            token |= fields[i].equals("jeton");
        }
        if (!token) {
            request.param("jeton", UUID.randomUUID().toString());
        }
        MvcTestResult answer = request.exchange();
        assertThat(answer.getResponse().getStatus()).as(address).isEqualTo(302);
    }
}
