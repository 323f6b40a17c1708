package fr.preau.notification;

import fr.preau.consultation.Invitees;
import fr.preau.consultation.PartyForgotten;
import fr.preau.consultation.PartyTold;
import fr.preau.consultation.PartyTold.What;
import fr.preau.consultation.Sessions;
import fr.preau.contribution.ReportFiled;
import fr.preau.web.French;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells those who take part in a consultation that their wishes are received, which workshop is kept, and what
/// changes.
@Component
class ConsultationNews {
    private static final String WHY =
            "Vous recevez ce message parce que cette adresse a été donnée pour une session de consultation.";
    /// Who registers a class adds one person after the other.
    private static final Duration NEXT_PERSON = Duration.ofMinutes(2);

    private static final String KEPT = "Votre adresse est effacée trente jours après la session.";

    private final Outbox outbox;
    private final LetterWriter writer;
    private final Sessions sessions;
    private final Invitees invitees;
    private final SessionFiles files;
    private final GatheredLetters gathered;
    private final ForgettingRepository forgetting;
    private final SequenceRepository sequences;
    private final Clock clock;

    ConsultationNews(
            Outbox outbox,
            LetterWriter writer,
            Sessions sessions,
            Invitees invitees,
            SessionFiles files,
            GatheredLetters gathered,
            ForgettingRepository forgetting,
            SequenceRepository sequences,
            Clock clock) {
        this.files = files;
        this.gathered = gathered;
        this.forgetting = forgetting;
        this.sequences = sequences;
        this.clock = clock;
        this.outbox = outbox;
        this.writer = writer;
        this.sessions = sessions;
        this.invitees = invitees;
    }

    /// Who was in the room may say what the report left out.
    @EventListener
    void on(ReportFiled news) {
        var workshop = sessions.workshop(news.workshop()).orElseThrow();
        var zone = sessions.find(workshop.session()).orElseThrow().zone();
        var letter = Letter.titled("Ce qui a été dit dans votre atelier : " + workshop.title())
                .says(
                        "La personne qui rapportait a déposé ce qui a été dit. Vous pouvez le lire, et faire une remarque jusqu'au %s."
                                .formatted(French.moment(news.remarksUntil().atZone(zone))))
                .offers("Lire le compte rendu", writer.at(news.path()))
                .because(WHY, KEPT);
        invitees.of(workshop.id())
                .forEach(mail -> outbox.add(Mail.of(Kind.CONSULTATION, mail, letter)
                        .about(workshop.id().value())
                        .usefulUntil(news.remarksUntil())));
    }

    @EventListener
    void on(PartyTold news) {
        var id = outbox.add(addressed(news, Mail.of(kind(news.what()), news.mail(), letter(news))));
        if (news.what() == What.ADDED) {
            gathered.gather(id, clock.instant().plus(NEXT_PERSON));
        }
    }

    /// What says who a pseudonym was goes with the address; that the calendar was told, too.
    @EventListener
    void on(PartyForgotten news) {
        forgetting.forgetAbout(List.of(news.party()));
        sequences.forget(news.session().value(), news.mail());
    }

    private static Kind kind(What what) {
        return switch (what) {
            case RECEIVED, KNOWN, REWISHED, CHANGED, TAKEN -> Kind.WISHES_RECEIVED;
            case ADDED -> Kind.PEOPLE_ADDED;
            case SEATED, GAINED, GIVEN, DROPPED, RESEATED, LEFT, ERASED, MOVED, ANNOUNCED, CANCELLED ->
                Kind.CONSULTATION;
        };
    }

    private Mail addressed(PartyTold news, Mail mail) {
        return switch (news.what()) {
            // Whoever gave an address that was known may not be its owner: they put nothing in their calendar.
            case KNOWN -> about(news, mail);
            // Nothing ties it to what was erased.
            case ERASED ->
                mail.with(files.of(
                        news,
                        ConsultationLetters.description(news),
                        writer.at(news.session().path())));
            default -> about(news, mail).with(files.of(news, description(news), writer.at(news.path())));
        };
    }

    private Mail about(PartyTold news, Mail mail) {
        return mail.about(news.party()).leftAt(writer.at(news.path() + "/effacement"));
    }

    private String description(PartyTold news) {
        return "%s\n\n%s\n\n%s"
                .formatted(
                        ConsultationLetters.description(news),
                        news.session().where().instructions(),
                        writer.at(news.path()));
    }

    private Letter letter(PartyTold news) {
        var letter = ConsultationLetters.of(news);
        return news.what() == What.ERASED
                ? letter.because(WHY, "Votre adresse est effacée de cette session.")
                : letter.offers(ConsultationLetters.action(news), writer.at(news.path()))
                        .because(WHY, KEPT);
    }
}
