package fr.preau.consultation;

import fr.preau.account.MailAddress;
import fr.preau.allocation.Rule;
import fr.preau.audit.Audit;
import fr.preau.consultation.Consultation.Calendar;
import fr.preau.consultation.Consultation.Stage;
import fr.preau.consultation.Consultation.Words;
import fr.preau.consultation.Parties.Said;
import fr.preau.consultation.Session.Drawing;
import fr.preau.consultation.Session.Joining;
import fr.preau.consultation.Session.Where;
import fr.preau.territory.Territories;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Consultations and sessions for tests, made through the services that the pages call.
@Component
public class ConsultationFixtures {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final String ARIEGE = "DEPARTEMENT-09";

    private final Consultations consultations;
    private final Sessions sessions;
    private final SessionDesk desk;
    private final Parties parties;
    private final PartyRepository partyRows;
    private final Draws draws;
    private final Territories territories;
    private final JdbcClient database;
    private final Clock clock;

    ConsultationFixtures(
            Consultations consultations,
            Sessions sessions,
            SessionDesk desk,
            Parties parties,
            PartyRepository partyRows,
            Draws draws,
            Territories territories,
            JdbcClient database,
            Clock clock) {
        this.consultations = consultations;
        this.sessions = sessions;
        this.desk = desk;
        this.parties = parties;
        this.partyRows = partyRows;
        this.draws = draws;
        this.territories = territories;
        this.database = database;
        this.clock = clock;
    }

    public Consultation consultation() {
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        var consultation = new Consultation(
                new ConsultationId(UUID.randomUUID()),
                "Consultation de la Table",
                new Words(
                        "Dire ce que nous voulons.", "Tout est ouvert.", "", "Licence Ouverte 2.0", "Tout est publié."),
                new Calendar(today.minusDays(1), today.plusDays(60), today.plusDays(90)),
                Consultations.FIVE.subList(0, 3),
                Stage.OPEN,
                0);
        consultations.create(consultation);
        return consultation;
    }

    /// In thirty days, three workshops of `seats` seats, all to be ranked; not yet open.
    public Session draft(Consultation consultation, String territory, int seats, boolean byKey) {
        var closes = clock.instant().plus(Duration.ofDays(10));
        var session = new Session(
                new SessionId(UUID.randomUUID()),
                consultation.id(),
                territories.find(territory).orElseThrow(),
                "Session de la Table",
                new Where("Lycée de la Table", "1 rue du Test, Foix", "", "Apportez un masque."),
                LocalDate.ofInstant(clock.instant(), PARIS).plusDays(30),
                PARIS,
                new Joining(byKey, null, null, 3, closes),
                new Drawing(
                        null,
                        "Le Loto de samedi",
                        closes.plus(Duration.ofDays(1)),
                        "Le tirage suivant du Loto",
                        null,
                        null),
                SessionForm.HALF_DAY,
                Session.State.DRAFT,
                0);
        desk.create(session, consultation, seats);
        return sessions.find(session.id()).orElseThrow();
    }

    public Session open(String territory, int seats, Rule rule, boolean byKey) {
        return open(draft(consultation(), territory, seats, byKey), rule);
    }

    public Session open(Session session, Rule rule) {
        desk.choose(
                session.id(), rule, sessions.find(session.id()).orElseThrow().lock());
        desk.open(session.id());
        return sessions.find(session.id()).orElseThrow();
    }

    /// One person, wishing for the session's workshops in this order (0 is the first).
    Party join(Session session, int... order) {
        var all = sessions.workshops(session.id());
        var wishes = Arrays.stream(order).mapToObj(place -> all.get(place).id()).toList();
        return join(session, new Said(Category.PUPIL, "", wishes, null, ""));
    }

    Party join(Session session, Said said) {
        var mail = new MailAddress("w-%s@example.org".formatted(UUID.randomUUID()));
        parties.join(session.id(), mail, said, UUID.randomUUID(), "test " + mail);
        return partyRows.findByMail(session.id(), mail.value()).orElseThrow();
    }

    /// The address of someone whose first wish is the first workshop.
    public MailAddress joined(Session session) {
        return new MailAddress(Objects.requireNonNull(join(session, 0, 1, 2).mail()));
    }

    /// Somebody whose address, name and needs hold this word.
    public void plant(String word) {
        var session = open(ARIEGE, 2, Rule.EQUITE, false);
        var wishes = sessions.workshops(session.id()).stream().map(Workshop::id).toList();
        var said = new Said(Category.PUPIL, "Élève " + word, wishes, null, "Besoin de " + word);
        parties.join(
                session.id(), new MailAddress(word + ".wishes@example.org"), said, UUID.randomUUID(), "test " + word);
    }

    /// Wishes are over, the announced value is known.
    public Session close(Session session) {
        database.sql("update consultation.session set closes_at = ?, draw_at = ? where id = ?")
                .params(
                        clock.instant().minusSeconds(60).atOffset(java.time.ZoneOffset.UTC),
                        clock.instant().minusSeconds(30).atOffset(java.time.ZoneOffset.UTC),
                        session.id().value())
                .update();
        draws.close(session.id());
        return sessions.find(session.id()).orElseThrow();
    }

    /// The session that somebody just prepared in this consultation.
    public Session only(Consultation consultation) {
        return sessions.of(consultation.id()).getFirst();
    }

    public Session seat(Session session) {
        close(session);
        draws.run(session.id(), "4 12 23 31 45");
        return sessions.find(session.id()).orElseThrow();
    }

    public void cancel(Session session) {
        desk.cancel(session.id(), sessions.find(session.id()).orElseThrow().lock(), "La salle est inondée.");
    }

    /// Cancels a workshop, or takes it away before opening.
    Outcome remove(Session session, WorkshopId workshop) {
        var lock = workshops(session).stream()
                .filter(one -> one.id().equals(workshop))
                .mapToInt(Workshop::lock)
                .findFirst()
                .orElse(-1);
        return desk.remove(session.id(), workshop, lock, "Personne pour l'animer.");
    }

    /// What the auditor's command answers to a record: 0 when it stands.
    static int verified(Path folder, String record) throws IOException {
        var file = Files.writeString(folder.resolve("tirage.json"), record);
        var out = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return Audit.run("verify-allocation", List.of(file.toString()), out, out);
    }

    List<Party> parties(Session session) {
        return partyRows.of(session.id());
    }

    int letters(Party party) {
        return database.sql("select count(*)::int from notification.message where recipient = ?")
                .param(party.mail())
                .query(Integer.class)
                .single();
    }

    Consultation again(Consultation consultation) {
        return consultations.find(consultation.id()).orElseThrow();
    }

    Party again(Party party) {
        return partyRows.findByKey(party.key()).orElseThrow();
    }

    /// Three people seated in a session open to all, where room is left.
    public Session seated(String territory) {
        var session = open(territory, 4, Rule.EQUITE, false);
        join(session, 0, 1, 2);
        join(session, 0, 2, 1);
        join(session, 1, 0, 2);
        return seat(session);
    }

    /// The first workshop of a session, as an address names it.
    public Workshop workshop(Session session) {
        return sessions.workshops(session.id()).getFirst();
    }

    @Nullable
    String key(Session session) {
        return sessions.find(session.id()).orElseThrow().joining().key();
    }

    List<Workshop> workshops(Session session) {
        return sessions.workshops(session.id());
    }
}
