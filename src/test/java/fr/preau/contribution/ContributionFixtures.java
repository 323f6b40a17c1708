package fr.preau.contribution;

import fr.preau.consultation.Category;
import fr.preau.consultation.Consultation;
import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.Consultations;
import fr.preau.consultation.Theme;
import fr.preau.contribution.Contribution.Room;
import fr.preau.web.LinkKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Open consultations, half-days held yesterday and their workshops, for the tests of every module; reports go through
/// the services people use.
@Component
public class ContributionFixtures {
    static final String THEME = "egal-acces";

    private final Consultations consultations;
    private final Reports reports;
    private final OnlineContributions online;
    private final Moderation moderation;
    private final Authors authors;
    private final fr.preau.account.Viewers viewers;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final fr.preau.territory.Territories territories;
    private final fr.preau.account.TestPeople people;

    ContributionFixtures(
            Consultations consultations,
            Reports reports,
            OnlineContributions online,
            Moderation moderation,
            Authors authors,
            fr.preau.account.Viewers viewers,
            JdbcClient jdbc,
            Clock clock,
            fr.preau.territory.Territories territories,
            fr.preau.account.TestPeople people) {
        this.consultations = consultations;
        this.reports = reports;
        this.online = online;
        this.moderation = moderation;
        this.authors = authors;
        this.viewers = viewers;
        this.jdbc = jdbc;
        this.clock = clock;
        this.territories = territories;
        this.people = people;
    }

    /// One workshop of a past half-day.
    public record Held(Consultation consultation, UUID session, String territory, UUID workshop, String key) {
        public String path() {
            return "/consultations/rapport/" + key;
        }

        public String deskPath() {
            return "/espace/consultations/sessions/" + session + "/rapports";
        }
    }

    public Consultation consultation() {
        return consultation(Consultation.Stage.OPEN);
    }

    Consultation consultation(Consultation.Stage stage) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var consultation = new Consultation(
                new ConsultationId(UUID.randomUUID()),
                "Consultation " + UUID.randomUUID().toString().substring(0, 8),
                new Consultation.Words(
                        "Parler du numérique à l'école.", "Tout.", "", "Licence ouverte", "Tout est publié."),
                new Consultation.Calendar(today.minusDays(20), today.plusDays(20), today.plusDays(60)),
                List.of(new Theme(THEME, "Un égal accès"), new Theme("enseigner", "Enseigner et apprendre")),
                stage,
                0);
        consultations.create(consultation);
        return consultation;
    }

    public Held held(String departement) {
        return held(consultation(), departement, -1);
    }

    /// `days` from today: negative for a past one.
    Held held(Consultation consultation, String departement, int days) {
        var session = UUID.randomUUID();
        var territory = "DEPARTEMENT-" + departement;
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into consultation.session (id, consultation_id, territory, title, host, place, zone, day,
                            by_key, wishes, rule, closes_at, draw_at, state, frozen_hash)
                        values (:id, :consultation, :territory, 'Une demi-journée', 'Lycée', 'Foix', 'Europe/Paris', :day,
                            false, 1, 'TIRAGE', :at, :at, 'SEATED', repeat('0', 64))
                        """)
                .param("id", session)
                .param("consultation", consultation.id().value())
                .param("territory", territory)
                .param("day", now.toLocalDate().plusDays(days))
                .param("at", now.minusDays(10))
                .update();
        jdbc.sql("insert into consultation.step values (?, 0, 'WORKSHOPS', 'Ateliers', ?, ?, '')")
                .params(session, LocalTime.of(0, 1), LocalTime.of(0, 2))
                .update();
        return workshop(consultation, session, territory);
    }

    Held workshop(Consultation consultation, UUID session, String territory) {
        var workshop = UUID.randomUUID();
        var key = LinkKey.fresh();
        jdbc.sql("""
                        insert into consultation.workshop (id, session_id, theme, title, seats, report_key, position)
                        values (?, ?, ?, 'Le débit au lycée', 24, ?, 0)
                        """).params(workshop, session, THEME, key).update();
        return new Held(consultation, session, territory, workshop, key);
    }

    /// Deposits what it says: each text is a proposal.
    public Report filed(Held held, String... texts) {
        reports.file(place(held), UUID.randomUUID(), filing(texts));
        return place(held).filed();
    }

    /// The same, validated by the coordination: everyone may read its contributions.
    public List<Contribution> published(Held held, String... texts) {
        var report = filed(held, texts);
        var outcome = reports.validate(
                report, reports.standing(report), Report.By.COORDINATOR, "La salle l'a relu sur place.");
        if (outcome instanceof ContributionOutcome.Refused(var sentence)) {
            throw new AssertionError(sentence);
        }
        return reports.contributions(report);
    }

    /// Sent online, waiting for a reader.
    public Contribution sent(Consultation consultation, String departement, String text) {
        return sent(consultation, departement, text, null);
    }

    public Contribution sent(Consultation consultation, String departement, String text, @Nullable String mail) {
        var sent = online.add(
                consultation,
                new ContributionId(UUID.randomUUID()),
                new OnlineForm.Said(
                        territories.departement(departement).orElseThrow().territory(),
                        THEME,
                        new Filing.Line(Nature.PROPOSAL, text, Room.UNCOUNTED),
                        mail));
        if (sent instanceof OnlineContributions.Sent.Received(var contribution, var _)) {
            return contribution;
        }
        throw new AssertionError(sent);
    }

    /// The link of whoever wrote it.
    public String authorPath(Contribution contribution) {
        return authors.of(contribution.id()).orElseThrow().path();
    }

    public Contribution publishedOnline(Consultation consultation, String departement, String text) {
        var sent = sent(consultation, departement, text);
        publish(sent);
        return sent;
    }

    public void publish(Contribution sent) {
        moderation.publish(
                sent.id(), new Moderation.By(viewers.of(people.pilot().id()), UUID.randomUUID()));
    }

    /// Someone of a workshop remarked on its report, and was answered.
    public void remarked(String word) {
        var report = filed(held("09"), "Une idée.");
        var id = UUID.randomUUID();
        reports.remark(report, new Remark(id, null, "Remarque de " + word, clock.instant(), null, ""));
        reports.answer(report, id, Remark.Outcome.KEPT, "Réponse à " + word);
    }

    /// Someone contributed online and left their address.
    public void wroteOnline(String mail) {
        sent(consultation(), "09", "Prêter des ordinateurs l'été.", mail);
    }

    /// An address of this module's routes that exists, in the Ariège.
    public String address(String pattern) {
        var held = held("09");
        var report = filed(held, "Mettre la fibre dans les internats.");
        var sent = publishedOnline(held.consultation(), "09", "Prêter des ordinateurs l'été.");
        return pattern.replace(
                        "{consultation}", held.consultation().id().value().toString())
                .replace("/contributions/{id}", "/contributions/" + sent.id().value())
                .replace("/sessions/{id}/rapports", "/sessions/" + held.session() + "/rapports")
                .replace("{version}", "1")
                .replace("{report}", report.id().toString());
    }

    Place place(Held held) {
        return reports.behind(held.key()).orElseThrow();
    }

    static Filing filing(String... texts) {
        return new Filing(
                Map.of(Category.PUPIL, 12, Category.TEACHER, 3),
                "Tout le monde a parlé.",
                Arrays.stream(texts)
                        .map(text -> new Filing.Line(Nature.PROPOSAL, text, new Room(12, 2, 1)))
                        .toList(),
                false);
    }
}
