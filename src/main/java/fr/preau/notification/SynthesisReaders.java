package fr.preau.notification;

import fr.preau.consultation.Invitees;
import fr.preau.consultation.WorkshopId;
import fr.preau.contribution.Authors;
import fr.preau.contribution.Contribution;
import fr.preau.synthesis.PublicationMade;
import fr.preau.synthesis.PublishedSources;
import fr.preau.web.French;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells those who spoke, and whose address is still there, that what they said is in a published synthesis: once for
/// each address and consultation, a batch in each transaction. Stopped in the middle, it goes on where it was.
@Component
class SynthesisReaders {
    private static final int BATCH = 200;
    private static final String IN_THE_ROOM =
            "Vous recevez ce message parce que cette adresse a été donnée pour une session de consultation.";
    private static final String KEPT_THIRTY_DAYS = "Votre adresse est effacée trente jours après la session.";
    private static final String FORGOTTEN =
            "Votre adresse, donnée avec votre contribution, est maintenant effacée : ce message est le dernier.";

    private final Authors authors;
    private final Invitees invitees;
    private final PublishedSources sources;
    private final Outbox outbox;
    private final LetterWriter writer;
    private final TransactionTemplate transactions;

    SynthesisReaders(
            Authors authors,
            Invitees invitees,
            PublishedSources sources,
            Outbox outbox,
            LetterWriter writer,
            TransactionTemplate transactions) {
        this.authors = authors;
        this.invitees = invitees;
        this.sources = sources;
        this.outbox = outbox;
        this.writer = writer;
        this.transactions = transactions;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(PublicationMade news) {
        tellAuthors(news);
        sources.workshops(news.publication())
                .forEach(workshop -> transactions.executeWithoutResult(_ -> tellRoom(news, workshop)));
    }

    private void tellAuthors(PublicationMade news) {
        var batch = authors.waiting(news.consultation(), "", BATCH);
        while (!batch.isEmpty()) {
            var mails = batch;
            transactions.executeWithoutResult(_ -> mails.forEach(mail -> tellAuthor(news, mail)));
            batch = authors.waiting(news.consultation(), batch.getLast(), BATCH);
        }
    }

    /// One letter, whatever they wrote; what this publication does not show waits for another.
    private void tellAuthor(PublicationMade news, String mail) {
        var waiting = authors.waiting(news.consultation(), mail);
        var shown = sources.among(
                news.publication(), waiting.stream().map(Contribution::id).toList());
        var told = waiting.stream().filter(one -> shown.contains(one.id())).toList();
        if (!told.isEmpty()) {
            outbox.add(Mail.of(Kind.SYNTHESIS_OUT, mail, letter(news, told))
                    .about(news.consultation().value()));
            authors.told(shown);
        }
    }

    private Letter letter(PublicationMade news, List<Contribution> told) {
        return Letter.titled("Ce qu'est devenue votre contribution : " + news.name())
                .says(
                        "Les synthèses sont publiées. La page de votre contribution dit ce qui en a été repris, ou pourquoi elle a été mise de côté.")
                .facts(told.stream()
                        .map(one ->
                                new Letter.Fact(one.reference(), French.start(one.text(), 120), writer.at(one.path())))
                        .toList())
                .offers("Voir ce qu'elle est devenue", writer.at(told.getFirst().path()))
                .says("Toutes les synthèses, et d'où elles viennent : " + writer.at(news.path()))
                .because(ContributionNews.WHY, FORGOTTEN);
    }

    private void tellRoom(PublicationMade news, WorkshopId workshop) {
        var letter = Letter.titled("Ce qu'est devenu ce que vous avez dit : " + news.name())
                .says(
                        "Les synthèses de la consultation sont publiées, celle de votre territoire comprise. Chaque énoncé mène aux contributions dont il vient, celles de votre atelier parmi elles.")
                .offers("Lire les synthèses", writer.at(news.path()))
                .says("Les contributions, une par une : "
                        + writer.at("/consultations/%s/contributions"
                                .formatted(news.consultation().value())))
                .because(IN_THE_ROOM, KEPT_THIRTY_DAYS);
        invitees.of(workshop).stream()
                .filter(mail -> !outbox.wroteAbout(
                        Kind.SYNTHESIS_OUT, mail, news.consultation().value()))
                .forEach(mail -> outbox.add(Mail.of(Kind.SYNTHESIS_OUT, mail, letter)
                        .about(news.consultation().value())));
    }
}
