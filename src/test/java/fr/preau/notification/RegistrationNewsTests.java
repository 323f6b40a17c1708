package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import fr.preau.PreauTest;
import fr.preau.account.OrganisationId;
import fr.preau.event.Audience;
import fr.preau.event.EventId;
import fr.preau.event.Format;
import fr.preau.event.Formerly;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import fr.preau.event.WaitingPolicy;
import fr.preau.programme.EditionId;
import fr.preau.registration.OrganiserWrote;
import fr.preau.registration.Registration;
import fr.preau.registration.RegistrationCancelled;
import fr.preau.registration.RegistrationChanged;
import fr.preau.registration.RegistrationConfirmed;
import fr.preau.registration.RegistrationId;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Each mail as its reader gets it, over SMTP.
@PreauTest
class RegistrationNewsTests {
    private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");

    private final ApplicationEventPublisher news;
    private final TransactionTemplate transactions;
    private final Post post;
    private final SessionId session = new SessionId(UUID.randomUUID());
    private final String parent = Post.someone();
    private PublishedEvent event = event("Découvrir l'été des robots à Saint-Denis");

    @Autowired
    RegistrationNewsTests(
            ApplicationEventPublisher news,
            TransactionTemplate transactions,
            Outbox outbox,
            JdbcClient db,
            GreenMail server) {
        this.news = news;
        this.transactions = transactions;
        this.post = new Post(outbox, transactions, db, server);
    }

    @Test
    void confirmsWithEverythingOneNeedsToCome() throws Exception {
        publish(new RegistrationConfirmed(pupil("Zoé"), event));

        var mail = received(1).getFirst();

        assertThat(mail.getSubject()).isEqualTo("Inscription confirmée : Découvrir l'été des robots à Saint-Denis");
        assertThat(mail.getContentType()).startsWith("multipart/mixed");
        var wordings = (MimeMultipart) part(mail.getContent(), 0).getContent();
        assertThat(part(wordings, 0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat((String) part(wordings, 0).getContent())
                .contains("L'inscription de Zoé est confirmée : 1 place est gardée.")
                .contains("mercredi 3 décembre 2025, de 14\u00a0h à 16\u00a0h")
                .contains("Où : Médiathèque, Saint-Denis")
                .contains("https://visio.example.fr/robots")
                .contains("/inscriptions/key-of-Zoé", "/vie-privee");
        var html = Jsoup.parse((String) part(wordings, 1).getContent());
        assertThat(html.select("a.action").attr("href")).endsWith("/inscriptions/key-of-Zoé");
        assertThat(html.select("html").attr("lang")).isEqualTo("fr");
        assertThat(html.select("img, script, link, iframe")).isEmpty();
        assertThat(part(wordings, 2).getContentType())
                .startsWith("text/calendar")
                .contains("method=PUBLISH");
        assertThat(part(mail.getContent(), 1).getFileName()).isEqualTo("evenement.ics");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("From", ",")).contains("ne-pas-repondre@");
        assertThat(mail.getHeader("Message-ID")).hasSize(1);
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void makesCalendarsFollowUpToTheCancellationAndBack() throws Exception {
        var zoe = pupil("Zoé");
        publish(new RegistrationConfirmed(zoe, event));
        event = new PublishedEventChange(event).revised();
        publish(new RegistrationChanged(zoe, event, new RegistrationChanged.Moved(null)));
        publish(new RegistrationCancelled(zoe, event, RegistrationCancelled.By.REGISTRANT, ""));
        publish(new RegistrationConfirmed(zoe, event));

        var calendars =
                received(4).stream().map(RegistrationNewsTests::calendar).toList();

        assertThat(calendars).extracting(file -> value(file, "UID")).containsOnly(value(calendars.getFirst(), "UID"));
        assertThat(calendars.stream().map(file -> Integer.parseInt(value(file, "SEQUENCE"))))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(calendars)
                .extracting(file -> file.getProperty("METHOD").orElseThrow().getValue())
                .containsExactly("PUBLISH", "PUBLISH", "CANCEL", "PUBLISH");
    }

    @Test
    void givesEachChildOfAnAddressAnEntryOfTheirOwn() throws Exception {
        publish(new RegistrationConfirmed(pupil("Léa"), event));
        publish(new RegistrationConfirmed(pupil("Tom"), event));

        assertThat(received(2))
                .extracting(mail -> value(calendar(mail), "UID"))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("inscription-"));
    }

    @Test
    void saysWhoseRegistrationIsCancelled() throws Exception {
        publish(new RegistrationCancelled(pupil("Léa"), event, RegistrationCancelled.By.REGISTRANT, ""));

        assertThat(text(received(1).getFirst())).contains("L'inscription de Léa est annulée, comme demandé.");
    }

    @Test
    void saysTheDateThatWasAndTheDateThatIs() throws Exception {
        var start = ZonedDateTime.of(2025, 12, 1, 10, 0, 0, 0, REUNION).toInstant();
        var formerly = new Formerly(
                event.place(),
                event.link(),
                List.of(new Formerly.Hours(session, start, start.plus(Duration.ofHours(2)))));
        publish(new RegistrationChanged(pupil("Zoé"), event, new RegistrationChanged.Moved(formerly)));

        var mail = received(1).getFirst();

        assertThat(mail.getSubject()).startsWith("Changement de date : ");
        assertThat(text(mail))
                .contains("La date change. L'inscription de Zoé reste valable.")
                .contains("Avant : lundi 1er décembre 2025, de 10\u00a0h à 12\u00a0h")
                .contains("Maintenant : mercredi 3 décembre 2025, de 14\u00a0h à 16\u00a0h");
    }

    @Test
    void saysThePlaceThatWasAndThePlaceThatIs() throws Exception {
        var formerly = new Formerly("Salle des fêtes, Foix", "https://autre.example", List.of());
        publish(new RegistrationChanged(pupil("Zoé"), event, new RegistrationChanged.Moved(formerly)));

        var mail = received(1).getFirst();

        assertThat(mail.getSubject()).startsWith("Changement de lieu et de lien : ");
        assertThat(text(mail)).contains("Avant : Salle des fêtes, Foix", "Maintenant : Médiathèque, Saint-Denis");
    }

    @Test
    void saysHowManyComeInsteadOfHowMany() throws Exception {
        publish(new RegistrationChanged(
                schoolClass(24), event, new RegistrationChanged.Numbers(schoolClass(28))));

        var mail = received(1).getFirst();

        assertThat(mail.getSubject()).startsWith("26 personnes au lieu de 30 : ");
        assertThat(text(mail)).contains("L'inscription de la classe 2de 4 : 26 personnes au lieu de 30");
    }

    @Test
    void tellsWhyTheOrganiserCalledItOff() throws Exception {
        publish(new RegistrationCancelled(
                pupil("Zoé"),
                event,
                RegistrationCancelled.By.ORGANISER,
                "La salle est inondée.\nNous sommes désolés."));

        var mail = received(1).getFirst();

        assertThat(mail.getSubject()).startsWith("Annulé : ");
        assertThat(text(mail)).contains("> La salle est inondée.\n> Nous sommes désolés.", "/evenements");
    }

    @Test
    void tellsThatTheModerationCalledItOffAndWhomToWriteTo() throws Exception {
        publish(new RegistrationCancelled(
                pupil("Zoé"), event, RegistrationCancelled.By.MODERATION, "L'entrée est payante."));

        var text = text(received(1).getFirst());

        assertThat(text)
                .contains("La modération de Préau, et non l'organisateur", "> L'entrée est payante.", "/mentions-legales")
                .doesNotContain("contact@labo.example.fr");
    }

    @Test
    void carriesTheOrganisersWordsWithoutTheirAddressesMeeting() throws Exception {
        publish(new OrganiserWrote(pupil("Zoé"), event, "Pensez au goûter", "Bonjour,\n<b>à demain</b>"));

        var mail = received(1).getFirst();

        assertThat(mail.getSubject()).isEqualTo("Message de l'organisateur : Pensez au goûter");
        assertThat(mail.getReplyTo())
                .hasSize(1)
                .allMatch(address -> address.toString().equals("contact@labo.example.fr"));
        assertThat(mail.getHeader("List-Unsubscribe", ",")).matches("<http.*/inscriptions/key-of-Zoé>");
        assertThat(text(mail)).contains("> <b>à demain</b>");
        assertThat(post.find(UUID.fromString(mail.getMessageID().replaceAll("<(.*)@.*>", "$1")))
                        .html())
                .contains("&lt;b&gt;à demain&lt;/b&gt;");
    }

    @Test
    void letsNoTitleWriteAHeader() throws Exception {
        var victim = Post.someone();
        event = event("Robots\r\nBcc: %s\r\n\r\n<script>alert(1)</script>".formatted(victim));
        publish(new RegistrationConfirmed(pupil("Zoé"), event));

        var mail = received(1).getFirst();

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).contains("Robots Bcc: ");
        assertThat(post.receivedBy(victim)).isEmpty();
        var wordings = (MimeMultipart) part(mail.getContent(), 0).getContent();
        assertThat((String) part(wordings, 1).getContent()).doesNotContain("<script>");
    }

    @Test
    void countsTheWholeClass() throws Exception {
        publish(new RegistrationConfirmed(schoolClass(28), event));

        assertThat(text(received(1).getFirst()))
                .contains("La classe 2de 4 est inscrite : 30 places sont gardées (28 élèves et 2 accompagnateurs).");
    }

    private void publish(Object fact) {
        transactions.executeWithoutResult(_ -> news.publishEvent(fact));
    }

    private List<MimeMessage> received(int number) {
        return await().until(
                        () -> post.receivedBy(parent).stream()
                                .sorted(java.util.Comparator.comparingInt(RegistrationNewsTests::sequence))
                                .toList(),
                        all -> all.size() == number);
    }

    private static int sequence(MimeMessage mail) {
        try {
            return mail.getContentType().startsWith("multipart/mixed")
                    ? Integer.parseInt(value(calendar(mail), "SEQUENCE"))
                    : 0;
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Registration schoolClass(int pupils) {
        return new Registration(
                new RegistrationId(UUID.randomUUID()),
                event.id(),
                session,
                Registration.Kind.CLASS,
                "Camille",
                parent,
                pupils + 2,
                Audience.SECONDE,
                null,
                new Registration.SchoolClass("2de 4", pupils, 2, ""),
                "class-key",
                Instant.now());
    }

    private Registration pupil(String name) {
        return new Registration(
                new RegistrationId(UUID.randomUUID()),
                event.id(),
                session,
                Registration.Kind.PUPIL,
                name,
                parent,
                1,
                Audience.TROISIEME,
                null,
                null,
                "key-of-" + name,
                Instant.now());
    }

    private PublishedEvent event(String title) {
        var id = new EventId(UUID.randomUUID());
        var start = ZonedDateTime.of(2025, 12, 3, 14, 0, 0, 0, REUNION);
        return new PublishedEvent(
                id,
                1,
                new EditionId(UUID.randomUUID()),
                new OrganisationId(UUID.randomUUID()),
                title,
                "Des robots, des élèves.",
                "workshop",
                Format.HYBRID,
                Set.of(Audience.TROISIEME),
                "974",
                "Médiathèque, Saint-Denis",
                "https://visio.example.fr/robots",
                "contact@labo.example.fr",
                false,
                List.of(new PublishedSession(session, id, start, start.plusHours(2), 100, 60, 1, 0, false)),
                WaitingPolicy.STRICT,
                "Entrée par la cour.\nApportez un stylo.",
                null);
    }

    /// The same event, an hour later.
    private record PublishedEventChange(PublishedEvent before) {
        PublishedEvent revised() {
            var later = before.sessions().stream()
                    .map(session -> new PublishedSession(
                            session.id(),
                            session.event(),
                            session.start().plusHours(1),
                            session.end().plusHours(1),
                            100,
                            60,
                            1,
                            0,
                            false))
                    .toList();
            return new PublishedEvent(
                    before.id(),
                    before.revision() + 1,
                    before.edition(),
                    before.organisation(),
                    before.title(),
                    before.description(),
                    before.kind(),
                    before.format(),
                    before.audience(),
                    before.departement(),
                    before.place(),
                    before.link(),
                    before.contactMail(),
                    false,
                    later,
                    before.waiting(),
                    before.instructions(),
                    before.venue());
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        var content = (MimeMultipart) mail.getContent();
        var wordings = mail.getContentType().startsWith("multipart/mixed")
                ? (MimeMultipart) part(content, 0).getContent()
                : content;
        return ((String) part(wordings, 0).getContent()).replace("\r\n", "\n");
    }

    private static Calendar calendar(MimeMessage mail) {
        try {
            var attached = part(mail.getContent(), 1);
            var text = new String(attached.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return new CalendarBuilder().build(new StringReader(text));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String value(Calendar file, String property) {
        return file.getComponents()
                .getFirst()
                .getProperty(property)
                .orElseThrow()
                .getValue();
    }

    private static BodyPart part(Object multipart, int number) throws Exception {
        return ((MimeMultipart) multipart).getBodyPart(number);
    }
}
