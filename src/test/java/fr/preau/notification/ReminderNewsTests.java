package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import fr.preau.PreauTest;
import fr.preau.account.OrganisationId;
import fr.preau.account.TestPeople;
import fr.preau.event.Audience;
import fr.preau.event.EventId;
import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import fr.preau.event.WaitingPolicy;
import fr.preau.programme.EditionId;
import fr.preau.registration.Ahead;
import fr.preau.registration.NeedsAnswered;
import fr.preau.registration.OrganiserReminderDue;
import fr.preau.registration.Registration;
import fr.preau.registration.RegistrationConfirmed;
import fr.preau.registration.RegistrationId;
import fr.preau.registration.ReminderDue;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminders and answers as their readers get them, over SMTP.
@PreauTest
class ReminderNewsTests {
    /// A day far enough for no reminder of these tests to be late.
    private final LocalDate day = LocalDate.now(ZoneId.of("Indian/Reunion")).plusDays(7);

    private final ApplicationEventPublisher news;
    private final TransactionTemplate transactions;
    private final TestPeople people;
    private final Post post;
    private final SessionId session = new SessionId(UUID.randomUUID());
    private final String reader = Post.someone();
    private final String contact = Post.someone();
    private OrganisationId organisation = new OrganisationId(UUID.randomUUID());

    @Autowired
    ReminderNewsTests(
            ApplicationEventPublisher news,
            TransactionTemplate transactions,
            TestPeople people,
            Outbox outbox,
            JdbcClient db,
            GreenMail server) {
        this.news = news;
        this.transactions = transactions;
        this.people = people;
        this.post = new Post(outbox, transactions, db, server);
    }

    @Test
    void remindsOfEverythingOneNeedsToCome() throws Exception {
        var event = event(Format.HYBRID);
        var zoe = pupil();
        publish(new RegistrationConfirmed(zoe, event));
        publish(new ReminderDue(zoe, event, Ahead.WEEK, ""));
        publish(new ReminderDue(zoe, event, Ahead.EVE, ""));

        var mails = received(reader, 3);
        var reminders = mails.stream()
                .filter(mail -> subject(mail).startsWith("Rappel : "))
                .toList();

        assertThat(reminders).hasSize(2);
        for (var mail : reminders) {
            assertThat(subject(mail))
                    .contains("Découvrir les robots", "à 14\u00a0h")
                    .doesNotContain("Zoé");
            assertThat(text(mail))
                    .contains("L'inscription de Zoé est confirmée : 1 place est gardée.")
                    .contains("de 14\u00a0h à 16\u00a0h (heure du lieu)")
                    .contains("Où : Médiathèque, Saint-Denis")
                    .contains("> Entrée par la cour.\n> Apportez un stylo.")
                    .contains("https://visio.example.fr/robots")
                    .contains("Vous ne pouvez pas venir ? Rendez la place")
                    .contains("/inscriptions/key-of-Zoé")
                    .doesNotContain("À imprimer");
            assertThat(mail.getHeader("List-Unsubscribe", ",")).endsWith("/inscriptions/key-of-Zoé>");
        }
        assertThat(mails.stream().map(mail -> property(mail, "UID")).distinct()).hasSize(1);
        assertThat(mails.stream().map(mail -> property(mail, "SEQUENCE"))).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(mails).allMatch(mail -> calendar(mail).contains("METHOD:PUBLISH"));
    }

    @Test
    void remindsATeacherOfTheNumbersTheAnswerAndWhatToPrepare() {
        publish(new ReminderDue(aClass("Un fauteuil."), event(Format.ON_SITE), Ahead.WEEK, "Un ascenseur y mène."));

        assertThat(text(received(reader, 1).getFirst()))
                .contains("28 élèves et 2 accompagnateurs")
                .contains("À imprimer, ou à garder sur un téléphone : le billet de la classe", "key-of-2de 4/billet")
                .contains("Réponse de l'organisateur à vos besoins d'accueil :\n\n> Un ascenseur y mène.")
                .doesNotContain("Un fauteuil.");
    }

    @Test
    void tellsATeacherThatNobodyAnsweredYet() {
        publish(new ReminderDue(aClass("Un fauteuil."), event(Format.AT_SCHOOL), Ahead.EVE, ""));

        assertThat(text(received(reader, 1).getFirst()))
                .contains("n'y a pas encore répondu", "À préparer : une salle")
                .contains("La venue de l'organisateur dans la classe 2de 4 est réservée");
    }

    @Test
    void bringsTheAnswerAtOnceAndLetsTheTeacherWriteBack() throws Exception {
        publish(new NeedsAnswered(aClass("Un fauteuil."), event(Format.ON_SITE), "Un ascenseur y mène."));

        var mail = received(reader, 1).getFirst();

        assertThat(text(mail)).contains("> Un ascenseur y mène.", "/inscriptions/key-of-2de 4");
        assertThat(mail.getReplyTo())
                .hasSize(1)
                .allMatch(address -> address.toString().equals(contact));
    }

    @Test
    void tellsThoseWhoPublishAndTheContactWhoComes() {
        organisation = people.organisation("Association du rappel").id();
        var member = people.member(organisation);
        var event = event(Format.ON_SITE);
        var turnout = new OrganiserReminderDue.Turnout(event.sessions().getFirst(), 12, 4, 2, 1);

        publish(new OrganiserReminderDue(event, Ahead.WEEK, List.of(turnout)));

        for (var to : List.of(member.mail(), contact)) {
            assertThat(text(received(to, 1).getFirst()))
                    .contains("2 classes, 12 élèves seuls, 4 familles ou adultes. 70 places prises sur 100, 30 libres.")
                    .contains("1 classe a signalé des besoins d'accueil et attend votre réponse")
                    .contains("Il reste de la place")
                    .contains("/espace/evenements/%s/inscrits"
                            .formatted(event.id().value()));
        }
    }

    @Test
    void countsVisitsWhenTheOrganiserGoesToClasses() {
        var event = event(Format.AT_SCHOOL);
        var turnout = new OrganiserReminderDue.Turnout(event.sessions().getFirst(), 0, 0, 70, 0);

        publish(new OrganiserReminderDue(event, Ahead.EVE, List.of(turnout)));

        assertThat(text(received(contact, 1).getFirst()))
                .contains("70 visites prises sur 100.")
                .contains("/seances/%s/accueil".formatted(session.value()))
                .doesNotContain("Il reste de la place", "informations pratiques");
    }

    private void publish(Object fact) {
        transactions.executeWithoutResult(_ -> news.publishEvent(fact));
    }

    private List<MimeMessage> received(String by, int number) {
        return await().until(() -> post.receivedBy(by), all -> all.size() == number);
    }

    private Registration pupil() {
        return registration(Registration.Kind.PUPIL, 1, "Zoé", null);
    }

    private Registration aClass(String needs) {
        return registration(Registration.Kind.CLASS, 30, "2de 4", new Registration.SchoolClass("2de 4", 28, 2, needs));
    }

    private Registration registration(
            Registration.Kind kind, int seats, String name, Registration.@Nullable SchoolClass group) {
        return new Registration(
                new RegistrationId(UUID.randomUUID()),
                new EventId(UUID.randomUUID()),
                session,
                kind,
                group == null ? name : "Camille",
                reader,
                seats,
                Audience.SECONDE,
                null,
                group,
                "key-of-" + name,
                Instant.now());
    }

    private PublishedEvent event(Format format) {
        var id = new EventId(UUID.randomUUID());
        var start = day.atTime(14, 0).atZone(ZoneId.of("Indian/Reunion"));
        return new PublishedEvent(
                id,
                1,
                new EditionId(UUID.randomUUID()),
                organisation,
                "Découvrir les robots",
                "Des robots, des élèves.",
                "atelier",
                format,
                Set.of(Audience.SECONDE),
                "974",
                "Médiathèque, Saint-Denis",
                format == Format.HYBRID ? "https://visio.example.fr/robots" : null,
                contact,
                false,
                List.of(new PublishedSession(session, id, start, start.plusHours(2), 100, 60, 70, 0, false)),
                WaitingPolicy.STRICT,
                "Entrée par la cour.\nApportez un stylo.",
                null);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            var content = (Multipart) mail.getContent();
            var wordings = content.getBodyPart(0).getContent() instanceof Multipart inner ? inner : content;
            return ((String) wordings.getBodyPart(0).getContent()).replace("\r\n", "\n");
        } catch (IOException | jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String calendar(MimeMessage mail) {
        try {
            var file = ((Multipart) mail.getContent()).getBodyPart(1);
            return new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n ", "");
        } catch (IOException | jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String property(MimeMessage mail, String name) {
        return calendar(mail)
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1);
    }
}
