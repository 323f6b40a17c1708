package fr.preau.consultation;

import fr.preau.account.MailAddress;
import fr.preau.allocation.Rule;
import fr.preau.consultation.Consultation.Calendar;
import fr.preau.consultation.Consultation.Stage;
import fr.preau.consultation.Consultation.Words;
import fr.preau.consultation.Parties.Said;
import fr.preau.consultation.Session.Drawing;
import fr.preau.consultation.Session.Joining;
import fr.preau.consultation.Session.State;
import fr.preau.consultation.Session.Where;
import fr.preau.database.Demonstration;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A national consultation: in the Ariège a session that takes wishes, one that waits for its draw and one that was
/// held; in the Haute-Garonne one that was held. People are drawn, always the same ones.
@Component
@Profile("demonstration")
@Order(65)
class DemonstrationConsultation implements Demonstration {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int PEOPLE = 24;

    private final Consultations consultations;
    private final SessionDesk desk;
    private final SessionRepository sessions;
    private final WorkshopRepository workshops;
    private final Parties parties;
    private final Draws draws;
    private final Territories territories;
    private final JdbcClient database;
    private final Clock clock;

    DemonstrationConsultation(
            Consultations consultations,
            SessionDesk desk,
            SessionRepository sessions,
            WorkshopRepository workshops,
            Parties parties,
            Draws draws,
            Territories territories,
            JdbcClient database,
            Clock clock) {
        this.consultations = consultations;
        this.desk = desk;
        this.sessions = sessions;
        this.workshops = workshops;
        this.parties = parties;
        this.draws = draws;
        this.territories = territories;
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void play(LocalDate monday) {
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        var id = new ConsultationId(id("consultation " + monday));
        if (consultations.find(id).isPresent()) {
            return;
        }
        consultations.create(consultation(id, today));
        session(id, "Consultation de l'Ariège", "DEPARTEMENT-09", wednesday(today.plusDays(28)), State.OPEN);
        session(id, "Consultation de Pamiers", "DEPARTEMENT-09", wednesday(today.plusDays(9)), State.CLOSED);
        session(id, "Consultation de Foix", "DEPARTEMENT-09", wednesday(today.minusDays(16)), State.SEATED);
        session(id, "Consultation de la Haute-Garonne", "DEPARTEMENT-31", wednesday(today.minusDays(15)), State.SEATED);
    }

    private static Consultation consultation(ConsultationId id, LocalDate today) {
        return new Consultation(
                id,
                "États généraux du numérique pour l'éducation (démonstration)",
                new Words(
                        "Dire ensemble ce que le numérique change à l'école, et ce que nous en voulons pour les cinq ans qui viennent.",
                        "Les priorités, les moyens, les usages en classe, l'accompagnement des familles et des personnels.",
                        "Les téléphones restent rangés à l'école et au collège. Le budget de l'année est voté.",
                        ConsultationForm.LICENCE,
                        "Toutes les contributions sont publiées sans nom, puis trois synthèses : départementale, académique, nationale. Chaque contribution dit ce qu'elle est devenue."),
                new Calendar(today.minusDays(20), today.plusDays(45), today.plusDays(90)),
                Consultations.FIVE,
                Stage.OPEN,
                0);
    }

    private void session(ConsultationId consultation, String title, String territory, LocalDate day, State until) {
        var found = consultations.find(consultation).orElseThrow();
        var session = session(found, title, territories.find(territory).orElseThrow(), day, until);
        desk.create(session, found, 5);
        desk.choose(session.id(), Rule.EQUITE, 0);
        desk.open(session.id());
        register(session);
        if (until != State.OPEN) {
            end(session, day, until);
        }
    }

    /// Wishes close in an hour while they are taken here; then the dates of a session that was held are put back where
    /// they were.
    private void end(Session session, LocalDate day, State until) {
        var past = clock.instant().minus(Duration.ofMinutes(5));
        var opened = sessions.find(session.id()).orElseThrow();
        sessions.update(
                dated(opened, opened.day(), past, until == State.CLOSED ? past.plus(Duration.ofDays(2)) : past));
        draws.close(session.id());
        if (until == State.SEATED) {
            draws.run(session.id(), "4 12 23 31 45");
            var seated = sessions.find(session.id()).orElseThrow();
            var closed = day.minusDays(8).atTime(20, 0).atZone(PARIS).toInstant();
            sessions.update(dated(seated, day, closed, closed.plus(Duration.ofDays(1))));
            past(session.id(), closed, closed.plus(Duration.ofDays(1)));
        }
    }

    /// What is written of the draw of a session that was held is as old as it.
    private void past(SessionId id, Instant frozen, Instant drawn) {
        database.sql("update consultation.session set frozen_at = ? where id = ?")
                .params(frozen.atOffset(ZoneOffset.UTC), id.value())
                .update();
        database.sql("update consultation.draw set at = ? where session_id = ?")
                .params(drawn.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    private static Session dated(Session session, LocalDate day, Instant closes, Instant draws) {
        return new Session(
                session.id(),
                session.consultation(),
                session.territory(),
                session.title(),
                session.where(),
                day,
                session.zone(),
                new Joining(
                        session.joining().byKey(),
                        session.joining().key(),
                        session.joining().code(),
                        session.joining().wishes(),
                        closes),
                new Drawing(
                        session.drawing().rule(),
                        session.drawing().source(),
                        draws,
                        session.drawing().fallback(),
                        null,
                        null),
                session.steps(),
                session.state(),
                session.lock());
    }

    private Session session(Consultation found, String title, Territory territory, LocalDate day, State until) {
        var open = until == State.OPEN;
        var closes = open
                ? day.minusDays(8).atTime(20, 0).atZone(PARIS).toInstant()
                : clock.instant().plusSeconds(3600);
        var draws = open ? closes.plus(Duration.ofDays(1)) : closes;
        return new Session(
                new SessionId(id(found.id().value() + title)),
                found.id(),
                territory,
                title,
                new Where(
                        "Lycée d'accueil (démonstration)",
                        "12 rue des Écoles, " + territory.name(),
                        "https://visio.exemple.fr/pleniere",
                        "Entrée par la cour. Le covoiturage est bienvenu."),
                until == State.SEATED
                        ? LocalDate.ofInstant(clock.instant(), PARIS).plusDays(3)
                        : day,
                PARIS,
                new Joining(!title.endsWith("Ariège"), null, null, 5, closes),
                new Drawing(
                        null,
                        "Les cinq numéros du Loto du samedi suivant, dans l'ordre croissant",
                        draws,
                        "Le premier tirage suivant du même jeu, écrit de la même façon.",
                        null,
                        null),
                SessionForm.HALF_DAY,
                State.DRAFT,
                0);
    }

    private void register(Session session) {
        var held = workshops.of(session.id());
        var random = new Random(session.title().hashCode());
        for (var number = 1; number <= PEOPLE; number++) {
            var wishes = new ArrayList<>(held.stream().map(Workshop::id).toList());
            Collections.shuffle(wishes, random);
            // One workshop in two lists is everybody's favourite.
            if (random.nextBoolean()) {
                wishes.remove(held.getFirst().id());
                wishes.addFirst(held.getFirst().id());
            }
            var categories = List.of(Category.values());
            var mail = new MailAddress("participant-%d.%s@consultation.exemple.fr"
                    .formatted(number, session.id().value().toString().substring(0, 8)));
            parties.join(
                    session.id(),
                    mail,
                    new Said(categories.get(random.nextInt(categories.size())), "", wishes, null, ""),
                    id(session.title() + number),
                    "demonstration " + session.title());
        }
    }

    private static LocalDate wednesday(LocalDate from) {
        return from.with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
    }

    private static UUID id(String words) {
        return UUID.nameUUIDFromBytes(("demonstration " + words).getBytes(StandardCharsets.UTF_8));
    }
}
