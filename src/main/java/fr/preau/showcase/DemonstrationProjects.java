package fr.preau.showcase;

import fr.preau.account.Accounts;
import fr.preau.account.MailAddress;
import fr.preau.account.Person;
import fr.preau.account.Viewers;
import fr.preau.database.Demonstration;
import fr.preau.database.DemonstrationFile;
import fr.preau.event.EventId;
import fr.preau.event.EventPublished;
import fr.preau.programme.Editions;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.web.Typed;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Projects in every state, with what their families allowed: all, a part, and something taken back. Written, submitted
/// and moderated through the services people use.
@Component
@Profile("demonstration")
@Order(60)
class DemonstrationProjects implements Demonstration {
    private final Queue<EventId> published = new ConcurrentLinkedQueue<>();
    private final Workshop workshop;
    private final ProjectModeration moderation;
    private final ProjectRepository projects;
    private final MemberRepository members;
    private final Authorisations authorisations;
    private final Attachments attachments;
    private final Accounts accounts;
    private final Viewers viewers;
    private final Schools schools;
    private final Editions editions;

    DemonstrationProjects(
            Workshop workshop,
            ProjectModeration moderation,
            ProjectRepository projects,
            MemberRepository members,
            Authorisations authorisations,
            Attachments attachments,
            Accounts accounts,
            Viewers viewers,
            Schools schools,
            Editions editions) {
        this.workshop = workshop;
        this.moderation = moderation;
        this.projects = projects;
        this.members = members;
        this.authorisations = authorisations;
        this.attachments = attachments;
        this.accounts = accounts;
        this.viewers = viewers;
        this.schools = schools;
        this.editions = editions;
    }

    @EventListener
    void on(EventPublished event) {
        published.add(event.event());
    }

    @Override
    @Transactional
    public void play(LocalDate monday) {
        DemonstrationFile.rows("projects.csv").forEach(row -> play(row, monday));
        while (authorisations.tellSomeEnding()) {
            // the one that ends soon
        }
        published.clear();
    }

    private void play(CSVRecord row, LocalDate monday) {
        var id = id("project %s %s".formatted(monday, row.get("key")));
        if (projects.find(id).isPresent()) {
            return;
        }
        var teacher = person(row.get("teacher"));
        workshop.create(id.value(), teacher.id(), school(teacher), typed(row));
        material(id, row, teacher);
        allow(id, row, teacher);
        decide(id, ProjectState.valueOf(row.get("fate")), teacher);
        var skipped = List.of("labyrinthe", "orchestre").indexOf(row.get("key"));
        if (skipped >= 0) {
            published.stream()
                    .skip(5L * skipped)
                    .limit(1)
                    .forEach(event -> attachments.attach(projects.find(id).orElseThrow(), event, teacher.id()));
        }
    }

    private ProjectForm.Read typed(CSVRecord row) {
        var years = ProjectForm.years(editions.current().orElseThrow().schoolYear());
        var names = List.of(row.get("team").split(" ", -1));
        var girls = row.get("girls");
        var licence = row.get("licence");
        return new ProjectForm.Read(
                new ProjectContent(
                        row.get("title"),
                        years.get(Integer.parseInt(row.get("years"))),
                        Level.valueOf(row.get("level")),
                        Category.valueOf(row.get("category")),
                        row.get("summary"),
                        Typed.text(row.get("what")),
                        Typed.text(row.get("how")),
                        row.get("source"),
                        null,
                        licence.isEmpty() ? null : Licence.valueOf(licence),
                        List.of(),
                        girls.isEmpty() ? null : names.size(),
                        girls.isEmpty() ? null : Integer.valueOf(girls),
                        List.of()),
                names);
    }

    private void material(ProjectId id, CSVRecord row, Person teacher) {
        var people = people(id, row);
        if (!row.get("picture").isEmpty()) {
            var image = new ProjectImage(UUID.randomUUID(), id, row.get("alternative"), people);
            workshop.add(
                    writing(id, teacher),
                    image,
                    DemonstrationPictures.draw(row.get("picture"), Math.max(1, people.size())));
        }
        if (!row.get("video").isEmpty()) {
            workshop.show(writing(id, teacher), new ProjectContent.Video(row.get("video"), people));
        }
    }

    /// « orchestre »: everything allowed, one of which ends soon. « braille »: a photograph, taken back by a family.
    /// « labyrinthe »: a surname. The others: nothing, so that what they show of pupils is hidden.
    private void allow(ProjectId id, CSVRecord row, Person teacher) {
        var today = authorisations.today();
        switch (row.get("key")) {
            case "orchestre" -> {
                var all = people(id, row);
                all.forEach(member -> give(id, member, Purpose.PHOTO, today.plusMonths(8), teacher));
                all.forEach(member -> give(id, member, Purpose.VOICE, today.plusMonths(8), teacher));
                give(id, all.getFirst(), Purpose.SURNAME, today.plusDays(20), teacher);
            }
            case "braille" -> {
                people(id, row).forEach(member -> give(id, member, Purpose.PHOTO, today.plusMonths(8), teacher));
                authorisations.withdraw(authorisations.of(id).getFirst(), Authorisation.Withdrawer.FAMILY);
            }
            case "labyrinthe" ->
                give(id, members.ofProject(id).getFirst().id(), Purpose.SURNAME, today.plusMonths(8), teacher);
            default -> {}
        }
    }

    private void give(ProjectId id, UUID member, Purpose purpose, LocalDate until, Person teacher) {
        authorisations.record(
                new Authorisation(
                        UUID.randomUUID(),
                        id,
                        member,
                        purpose,
                        purpose == Purpose.SURNAME ? "Démonstration" : null,
                        Giver.GUARDIAN,
                        authorisations.today().minusDays(10),
                        until,
                        null,
                        null),
                teacher.id());
    }

    private void decide(ProjectId id, ProjectState fate, Person teacher) {
        if (fate == ProjectState.DRAFT) {
            return;
        }
        done(workshop.submit(writing(id, teacher)));
        switch (fate) {
            case DRAFT, SUBMITTED -> {}
            case PUBLISHED -> done(moderation.accept(writing(id, person("pilote"))));
            case CHANGES_REQUESTED ->
                done(moderation.requestChanges(
                        writing(id, person("pilote")),
                        new ProjectModeration.Reply(
                                ProjectReason.MISSING, "Dites avec quel matériel, pour qu'on puisse le refaire.")));
            case REJECTED ->
                done(moderation.reject(
                        writing(id, person("pilote")),
                        new ProjectModeration.Reply(
                                ProjectReason.RIGHTS,
                                "Le programme est celui de la vidéo : dites ce qui est de vous.")));
            case WITHDRAWN -> {
                done(moderation.accept(writing(id, person("pilote"))));
                done(workshop.withdraw(writing(id, teacher)));
            }
        }
    }

    private static void done(ProjectOutcome outcome) {
        if (!(outcome instanceof ProjectOutcome.Done)) {
            throw new IllegalStateException("the demonstration's own project is refused: " + outcome);
        }
    }

    private List<UUID> people(ProjectId id, CSVRecord row) {
        var shown = List.of(row.get("people").split(" ", -1));
        return members.ofProject(id).stream()
                .filter(member -> shown.contains(member.name()))
                .map(Member::id)
                .toList();
    }

    private ProjectWriting writing(ProjectId id, Person person) {
        var lock = projects.find(id).orElseThrow().lock();
        return new ProjectWriting(id, lock, UUID.randomUUID(), person.id(), person.name());
    }

    private School school(Person teacher) {
        var uai = viewers.of(teacher.id()).schools().iterator().next();
        return schools.find(uai).orElseThrow();
    }

    private Person person(String key) {
        return accounts.find(new MailAddress(key + "@demonstration.example")).orElseThrow();
    }

    private static ProjectId id(String name) {
        return new ProjectId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
