package fr.preau.synthesis;

import fr.preau.account.AdministrationJournal;
import fr.preau.account.PersonId;
import fr.preau.account.Viewer;
import fr.preau.account.Viewers;
import fr.preau.consultation.Consultation;
import fr.preau.consultation.ConsultationId;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Publishing: everything that is validated, at one moment, copied to rows and files that change no more, but to let go
/// of a text that must ([Revisions]).
@Service
class Publications {
    private final PublicationRepository publications;
    private final SynthesisRepository syntheses;
    private final StatementRepository statements;
    private final Revisions revisions;
    private final SynthesisHeralds heralds;
    private final ApplicationEventPublisher news;
    private final SynthesisCourse course;
    private final Viewers viewers;
    private final AdministrationJournal journal;

    Publications(
            PublicationRepository publications,
            SynthesisRepository syntheses,
            StatementRepository statements,
            Revisions revisions,
            SynthesisHeralds heralds,
            ApplicationEventPublisher news,
            SynthesisCourse course,
            Viewers viewers,
            AdministrationJournal journal) {
        this.publications = publications;
        this.syntheses = syntheses;
        this.statements = statements;
        this.revisions = revisions;
        this.heralds = heralds;
        this.news = news;
        this.course = course;
        this.viewers = viewers;
        this.journal = journal;
    }

    /// The form that asks is the publication's identifier: sent twice, it publishes once.
    @Transactional
    SynthesisOutcome publish(Consultation consultation, UUID form, PersonId by) {
        publications.lockAll(consultation.id());
        if (publications.find(form).isPresent()) {
            return new Done("C'est déjà publié.");
        }
        var settled = syntheses.of(consultation.id()).stream()
                .filter(Synthesis::isSettled)
                .toList();
        if (settled.isEmpty()) {
            return new Refused("Aucune synthèse n'est validée : il n'y a rien à publier.");
        }
        if (publications.anyAstray(consultation.id())) {
            return new Refused(
                    "Une synthèse validée s'appuie sur des énoncés qui ont changé depuis : rouvrez-la et confirmez-les avant de publier.");
        }
        publications.add(
                form, consultation.id(), course.today(), consultation.words().licence(), by);
        publications.freeze(form, consultation.id());
        settled.forEach(synthesis ->
                statements.of(synthesis.id()).forEach(statement -> publications.addStatement(form, statement)));
        publications.addLinks(form);
        publications.markPublished(form);
        revisions.first(form);
        var made = publications.find(form).orElseThrow();
        heralds.published(consultation, made, settled);
        journal(made, consultation, by);
        news.publishEvent(PublicationMade.of(made, consultation));
        return new Done(
                "La publication est faite : elle ne changera plus, sauf s'il faut un jour en retirer un texte.");
    }

    private void journal(Publication made, Consultation consultation, PersonId by) {
        Optional.of(viewers.of(by))
                .filter(Viewer::isSignedIn)
                .ifPresent(pilot -> journal.write(
                        pilot,
                        "publie les synthèses validées",
                        "%s, publication %d".formatted(consultation.name(), made.number()),
                        ""));
    }

    List<Publication> of(ConsultationId consultation) {
        return publications.of(consultation);
    }
}
