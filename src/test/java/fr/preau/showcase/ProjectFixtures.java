package fr.preau.showcase;

import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.School;
import fr.preau.web.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Projects for the tests of every module, through the services people use. Inès and Tom made it; Inès is on its image
/// and heard in its video, and allows both.
@Component
public class ProjectFixtures {
    private final ProjectRepository projects;
    private final MemberRepository members;
    private final Workshop workshop;
    private final ProjectModeration moderation;
    private final Authorisations authorisations;
    private final TestPeople people;
    private final EditionFixtures editions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProjectFixtures(
            ProjectRepository projects,
            MemberRepository members,
            Workshop workshop,
            ProjectModeration moderation,
            Authorisations authorisations,
            TestPeople people,
            EditionFixtures editions,
            TransactionTemplate transaction,
            Clock clock) {
        this.projects = projects;
        this.members = members;
        this.workshop = workshop;
        this.moderation = moderation;
        this.authorisations = authorisations;
        this.people = people;
        this.editions = editions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What was made. `ines` is the member on the image and in the video; `photo` allows the one, `voice` the other.
    public record Made(
            ProjectId id,
            String title,
            SignedIn teacher,
            Edition edition,
            Member ines,
            Member tom,
            UUID image,
            UUID photo,
            UUID voice) {
        public UUID member() {
            return ines.id();
        }

        String space(String page) {
            return "/espace/trophees/" + id.value() + page;
        }

        String gallery() {
            return "/trophees/" + id.value();
        }
    }

    public Made published(School school) {
        return published(school, editions.open());
    }

    /// One that waits for moderators.
    public Made submitted(School school) {
        var made = drafted(school, editions.open());
        submit(made);
        return made;
    }

    Made published(School school, Edition edition) {
        var made = drafted(school, edition);
        submit(made);
        expect(moderation.accept(writing(made, people.pilot())));
        return made;
    }

    void submit(Made made) {
        expect(workshop.submit(writing(made, made.teacher())));
    }

    Made drafted(School school, Edition edition) {
        var title = "Projet " + UUID.randomUUID().toString().substring(0, 8);
        var teacher = people.teacher(school.uai());
        var id = new ProjectId(UUID.randomUUID());
        var content = new ProjectContent(
                title,
                "2025-2026",
                Level.TERMINALE,
                Category.GAME,
                "Un jeu de labyrinthe.",
                "On parcourt un labyrinthe dont les couloirs changent, et il faut retrouver la sortie avant la nuit.",
                "Le programme est en Python ; un graphe garde les salles, un parcours vérifie que la sortie existe.",
                "https://forge.apps.education.fr/equipe/projet",
                null,
                Licence.MIT,
                List.of(),
                2,
                1,
                List.of());
        var project = new Project(
                id,
                edition.id(),
                school.uai(),
                school.departement(),
                teacher.id(),
                ProjectState.DRAFT,
                content,
                null,
                null,
                edition.lastDay().plusYears(2),
                0,
                null);
        transaction.executeWithoutResult(_ -> projects.insert(project, clock.instant()));
        var typed = new ProjectForm.Read(content, List.of("Inès", "Tom"));
        expect(workshop.save(writing(id, teacher), typed));
        var team = members.ofProject(id);
        var ines = team.stream()
                .filter(one -> one.name().equals("Inès"))
                .findFirst()
                .orElseThrow();
        var tom = team.stream()
                .filter(one -> one.name().equals("Tom"))
                .findFirst()
                .orElseThrow();
        var image = UUID.randomUUID();
        expect(workshop.add(
                writing(id, teacher),
                new ProjectImage(image, id, "Inès devant son écran.", List.of(ines.id())),
                picture()));
        expect(workshop.show(
                writing(id, teacher), new ProjectContent.Video("https://youtu.be/labyrinthe", List.of(ines.id()))));
        var photo = allow(id, ines, Purpose.PHOTO, today().plusDays(90), teacher);
        var voice = allow(id, ines, Purpose.VOICE, today().plusDays(90), teacher);
        return new Made(id, title, teacher, edition, ines, tom, image, photo, voice);
    }

    UUID allow(ProjectId project, Member member, Purpose purpose, LocalDate until, SignedIn teacher) {
        var id = UUID.randomUUID();
        authorisations.record(
                new Authorisation(
                        id,
                        project,
                        member.id(),
                        purpose,
                        purpose == Purpose.SURNAME ? "Garonne-Lavelle" : null,
                        Giver.GUARDIAN,
                        today(),
                        until,
                        null,
                        null),
                teacher.id());
        return id;
    }

    LocalDate today() {
        return authorisations.today();
    }

    ProjectWriting writing(Made made, SignedIn person) {
        return writing(made.id(), person);
    }

    private ProjectWriting writing(ProjectId id, SignedIn person) {
        var lock = projects.find(id).orElseThrow().lock();
        return new ProjectWriting(id, lock, UUID.randomUUID(), person.id(), person.name());
    }

    static void expect(ProjectOutcome outcome) {
        if (!(outcome instanceof ProjectOutcome.Done)) {
            throw new AssertionError(outcome.toString());
        }
    }

    static byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Pictures.Kept picture() {
        return (Pictures.Kept) Pictures.keep(png());
    }
}
