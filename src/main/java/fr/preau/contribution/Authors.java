package fr.preau.contribution;

import fr.preau.account.AccountRemoved;
import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.Consultations;
import fr.preau.contribution.AuthorTold.What;
import fr.preau.web.LinkKey;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
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

    /// The addresses that wait to know what became of published contributions, after this one, in order.
    public List<String> waiting(ConsultationId consultation, String after, int most) {
        return authors.waiting(consultation, after, most);
    }

    /// The contributions that this address waits to hear of, by reference.
    public List<Contribution> waiting(ConsultationId consultation, String mail) {
        return contributions.find(authors.waiting(consultation, mail).stream()
                .map(Author::contribution)
                .toList());
    }

    /// Their author is told, and the address has no more use here.
    @Transactional
    public void told(Collection<ContributionId> told) {
        told.forEach(authors::forgetMail);
    }

    @EventListener
    void on(AccountRemoved news) {
        authors.forgetMail(news.mail());
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
}
