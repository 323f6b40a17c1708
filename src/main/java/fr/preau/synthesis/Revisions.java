package fr.preau.synthesis;

import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.Consultations;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// What a publication becomes when a text must leave it: the words go in the transaction that removes them, and the
/// whole has another revision, counted anew, with files of its own. A small one is made then and there; a nation's
/// takes
/// seconds and is made by the next round ([RevisionRounds]), after a crash too. Nobody else's words move.
@Component
class Revisions {
    /// As many rows as are written to files in well under a second.
    private static final int AT_ONCE = 5_000;

    private final RevisionRepository revisions;
    private final PublicationRepository publications;
    private final PublicationFiles files;
    private final Quotations quotations;
    private final SynthesisCourse course;
    private final Consultations consultations;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate write;
    private final TransactionTemplate read;

    Revisions(
            RevisionRepository revisions,
            PublicationRepository publications,
            PublicationFiles files,
            Quotations quotations,
            SynthesisCourse course,
            Consultations consultations,
            ApplicationEventPublisher news,
            PlatformTransactionManager transactions) {
        this.revisions = revisions;
        this.publications = publications;
        this.files = files;
        this.quotations = quotations;
        this.course = course;
        this.consultations = consultations;
        this.news = news;
        write = new TransactionTemplate(transactions);
        read = new TransactionTemplate(transactions);
        read.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        read.setReadOnly(true);
    }

    /// Within the transaction that publishes, once the rows are there.
    void first(UUID publication) {
        revisions.insert(publication, course.today());
        file(publication);
    }

    /// Within the transaction that masks. A publication being made meanwhile is waited for: it would show it.
    void without(ConsultationId consultation, Leaving leaving) {
        publications.lockAll(consultation);
        var showing = revisions.showing(leaving);
        showing.forEach(publication -> {
            revisions.hold(publication);
            revisions.retireFiles(publication);
            revisions.open(publication, course.today());
            revisions.strip(publication, leaving);
        });
        quotations.erase(leaving);
        showing.forEach(publication -> {
            if (revisions.rows(publication) <= AT_ONCE) {
                file(publication);
            }
            tell(publications.find(publication).orElseThrow(), leaving);
        });
    }

    List<UUID> toFile() {
        return revisions.toFile();
    }

    /// Reads at one moment and without holding anybody up, then keeps the files unless something else left meanwhile:
    /// the next round begins again.
    void fileLater(UUID id) {
        write.executeWithoutResult(_ -> {
            revisions.hold(id);
            revisions.recount(id);
        });
        var made = Objects.requireNonNull(read.execute(_ -> make(id)));
        write.executeWithoutResult(_ -> {
            revisions.hold(id);
            if (!revisions.isFiled(id) && revisions.removed(id) == made.removed()) {
                keep(made);
            }
        });
    }

    private record Made(Publication publication, int removed, List<PublishedFile> files) {}

    private Made make(UUID id) {
        var publication = publications.find(id).orElseThrow();
        var consultation = consultations.find(publication.consultation()).orElseThrow();
        return new Made(publication, revisions.removed(id), files.of(publication, consultation));
    }

    private void file(UUID id) {
        revisions.recount(id);
        keep(make(id));
    }

    private void keep(Made made) {
        var id = made.publication().id();
        var digest = PublicationFiles.digest(made.files());
        made.files().forEach(file -> publications.addFile(id, file));
        publications.seal(id, digest);
        revisions.seal(id, made.publication().revision(), digest);
    }

    private void tell(Publication publication, Leaving leaving) {
        news.publishEvent(new PublicationRevised(
                consultations.find(publication.consultation()).orElseThrow().name(),
                publication.number(),
                publication.revision(),
                publication.path(),
                leaving.reference(),
                leaving.reason(),
                publication.by()));
    }
}
