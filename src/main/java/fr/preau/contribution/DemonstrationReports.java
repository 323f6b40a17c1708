package fr.preau.contribution;

import fr.preau.account.Accounts;
import fr.preau.account.MailAddress;
import fr.preau.account.Viewers;
import fr.preau.consultation.Category;
import fr.preau.consultation.Consultation;
import fr.preau.consultation.Consultations;
import fr.preau.consultation.Session;
import fr.preau.consultation.Sessions;
import fr.preau.consultation.Workshop;
import fr.preau.contribution.Contribution.Room;
import fr.preau.database.Demonstration;
import fr.preau.database.DemonstrationFile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reports of the demonstration's past half-days: most validated, one still open to remarks, one missing; and what came
/// online, half of it still to read. Nothing while no past session has its seats given.
@Component
@Profile("demonstration")
@Order(66)
class DemonstrationReports implements Demonstration {
    private static final int LINES = 5;
    private static final int STEP = 3;
    private static final Map<Category, Integer> HEADS =
            Map.of(Category.PUPIL, 11, Category.PARENT, 5, Category.TEACHER, 5);

    private final Consultations consultations;
    private final Sessions sessions;
    private final Reports reports;
    private final OnlineContributions online;
    private final Moderation moderation;
    private final Accounts accounts;
    private final Viewers viewers;
    private final Clock clock;

    DemonstrationReports(
            Consultations consultations,
            Sessions sessions,
            Reports reports,
            OnlineContributions online,
            Moderation moderation,
            Accounts accounts,
            Viewers viewers,
            Clock clock) {
        this.consultations = consultations;
        this.sessions = sessions;
        this.reports = reports;
        this.online = online;
        this.moderation = moderation;
        this.accounts = accounts;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void play(LocalDate monday) {
        var said = DemonstrationFile.rows("contributions.csv");
        for (var consultation : consultations.all()) {
            var past = sessions.of(consultation.id()).stream()
                    .filter(session -> session.state() == Session.State.SEATED && isOver(session))
                    .toList();
            var first = 0;
            for (var session : past) {
                report(session, said, first++);
            }
            if (!past.isEmpty() && online.takes(consultation)) {
                write(consultation, past, said);
            }
        }
    }

    private boolean isOver(Session session) {
        return session.ends().toInstant().isBefore(clock.instant());
    }

    /// The last workshop's report is missing, and the one before is still open to remarks.
    private void report(Session session, List<CSVRecord> said, int first) {
        var held = sessions.workshops(session.id()).stream()
                .filter(workshop -> !workshop.cancelled())
                .toList();
        for (int i = 0; i + 1 < held.size(); i++) {
            var theme = held.get(i).theme();
            var ofTheme =
                    said.stream().filter(row -> row.get("theme").equals(theme)).toList();
            report(held.get(i), ofTheme, first, i + 2 < held.size());
        }
    }

    /// The second room says some of what the first said, and some of its own.
    private void report(Workshop workshop, List<CSVRecord> said, int first, boolean validated) {
        var place = reports.behind(workshop.reportKey()).orElseThrow();
        if (place.isFiled()) {
            return;
        }
        var lines = new ArrayList<Filing.Line>();
        for (int i = 0; i < Math.min(LINES, said.size()); i++) {
            lines.add(line(said.get((first * STEP + i) % said.size())));
        }
        var id = id("report " + workshop.id().value());
        reports.file(
                place, id, new Filing(HEADS, "Tout le monde a pu parler ; le temps a manqué à la fin.", lines, false));
        var report = reports.behind(workshop.reportKey()).orElseThrow().filed();
        if (validated) {
            reports.validate(
                    report,
                    reports.standing(report),
                    Report.By.COORDINATOR,
                    "La salle a relu le compte rendu avant de partir.");
        } else {
            reports.remark(
                    report,
                    new Remark(
                            id("remark " + workshop.id().value()),
                            null,
                            "Il manque ce que nous avons dit des transports scolaires.",
                            clock.instant(),
                            null,
                            ""));
        }
    }

    private void write(Consultation consultation, List<Session> past, List<CSVRecord> said) {
        var pilot =
                accounts.find(new MailAddress("pilote@demonstration.example")).orElseThrow();
        for (int i = 0; i < said.size() / 2; i++) {
            var row = said.get(2 * i);
            var id = new ContributionId(
                    id("online %s %d".formatted(consultation.id().value(), i)));
            online.add(
                    consultation,
                    id,
                    new OnlineForm.Said(
                            past.get(i % past.size()).territory(),
                            row.get("theme"),
                            new Filing.Line(line(row).nature(), row.get("text"), Room.UNCOUNTED),
                            null));
            if (i % 2 == 0) {
                moderation.publish(id, new Moderation.By(viewers.of(pilot.id()), id.value()));
            }
        }
    }

    private static Filing.Line line(CSVRecord row) {
        return new Filing.Line(
                Nature.valueOf(row.get("nature")),
                row.get("text"),
                new Room(count(row, "agree"), count(row, "against"), count(row, "neither")));
    }

    private static @Nullable Integer count(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? null : Integer.valueOf(row.get(column));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
