package fr.preau.contribution;

import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.Consultations;
import fr.preau.contribution.AuthorTold.What;
import fr.preau.web.LinkKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Those who wrote online: their link takes back what they wrote, and their address, when they gave one, serves to tell
/// them what becomes of it; the synthesis once out, it is forgotten.
@Service
public class Authors {
    private static final String TAKEN_BACK = "Retirée par la personne qui l'avait écrite.";

    private final AuthorRepository authors;
    private final ContributionRepository contributions;
    private final Consultations consultations;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Authors(
            AuthorRepository authors,
            ContributionRepository contributions,
            Consultations consultations,
            ApplicationEventPublisher news,
            Clock clock) {
        this.authors = authors;
        this.contributions = contributions;
        this.consultations = consultations;
        this.news = news;
        this.clock = clock;
    }

    /// Somebody who waits to know what became of what they wrote; `path` is the page that tells it.
    public record Waiting(ContributionId contribution, String reference, String mail, String path) {}

    /// Of a consultation's published contributions, those whose author is still to be told, after this one.
    public List<Waiting> waiting(ConsultationId consultation, @Nullable ContributionId after, int most) {
        return authors.waiting(consultation, after, most).stream()
                .flatMap(author -> waiting(author).stream())
                .toList();
    }

    /// They are told, and their address has no more use here.
    @Transactional
    public void told(ContributionId contribution) {
        authors.forgetMail(contribution);
    }

    /// With a link of their own; within the transaction that receives what they wrote.
    Author join(Contribution contribution, @Nullable String mail) {
        var author = new Author(contribution.id(), LinkKey.fresh(), mail, clock.instant());
        authors.insert(author);
        tell(What.RECEIVED, contribution, "");
        return author;
    }

    Optional<Author> of(ContributionId contribution) {
        return authors.of(contribution);
    }

    Optional<Author> behind(String key) {
        return LinkKey.isOne(key) ? authors.behind(key) : Optional.empty();
    }

    List<Author> writtenBy(String mail) {
        return authors.writtenBy(mail);
    }

    /// Nothing to do for who gave no address.
    void tell(What what, Contribution contribution, String reason) {
        authors.of(contribution.id()).ifPresent(author -> {
            var mail = author.mail();
            if (mail != null) {
                news.publishEvent(new AuthorTold(
                        what,
                        contribution.id(),
                        contribution.reference(),
                        consultations
                                .find(contribution.consultation())
                                .orElseThrow()
                                .name(),
                        mail,
                        author.path(),
                        reason));
            }
        });
    }

    /// The words go at once, from everywhere they are read; the address goes too, once this is confirmed.
    @Transactional
    String takeBack(Author author) {
        var before = contributions.hold(author.contribution()).orElseThrow();
        if (before.state() == Contribution.State.REMOVED) {
            return "Votre contribution est déjà retirée.";
        }
        contributions.remove(before.id(), MaskReason.REQUESTED, TAKEN_BACK, clock.instant());
        news.publishEvent(new ContributionMasked(
                contributions.find(before.id()).orElseThrow(),
                "%s. %s".formatted(MaskReason.REQUESTED.french(), TAKEN_BACK)));
        tell(What.WITHDRAWN, before, "");
        authors.forgetMail(before.id());
        return "Votre contribution est retirée : son texte est effacé partout.";
    }

    @Transactional
    void forgetMail(Author author) {
        authors.forgetMail(author.contribution());
    }

    private Optional<Waiting> waiting(Author author) {
        var mail = author.mail();
        return mail == null
                ? Optional.empty()
                : contributions
                        .find(author.contribution())
                        .map(one -> new Waiting(one.id(), one.reference(), mail, one.path()));
    }
}
