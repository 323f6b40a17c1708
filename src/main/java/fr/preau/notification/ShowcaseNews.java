package fr.preau.notification;

import fr.preau.showcase.AuthorisationEnding;
import fr.preau.showcase.AuthorisationWithdrawn;
import fr.preau.showcase.ProjectAttached;
import fr.preau.showcase.ProjectId;
import fr.preau.showcase.ProjectPublished;
import fr.preau.showcase.ProjectRejected;
import fr.preau.showcase.ProjectSentBack;
import fr.preau.showcase.ProjectSubmitted;
import fr.preau.web.French;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells teachers what becomes of their teams' projects and of what families allowed, and organisers which projects are
/// announced at their events.
@Component
class ShowcaseNews {
    private static final String WHY =
            "Vous recevez ce message parce que vous avez présenté un projet des Trophées NSI pour votre établissement.";
    private static final String KEPT = "Les échanges avec la modération sont gardés avec le projet.";

    private final Outbox outbox;
    private final LetterWriter writer;

    ShowcaseNews(Outbox outbox, LetterWriter writer) {
        this.outbox = outbox;
        this.writer = writer;
    }

    @EventListener
    void on(ProjectSubmitted news) {
        var letter = Letter.titled("Projet reçu : " + news.title())
                .says(
                        "Votre projet est arrivé. La modération de votre territoire va le lire ; vous recevrez sa réponse.")
                .offers("Suivre le projet", workshop(news.project()))
                .because(WHY, KEPT);
        toAll(news.mails(), Kind.PROJECT_SUBMITTED, letter, news.project());
    }

    @EventListener
    void on(ProjectSentBack news) {
        var letter = Letter.titled("À revoir : " + news.title())
                .says(
                        news.suspended()
                                ? "La modération a retiré votre projet de la galerie, jusqu'à ce qu'il soit corrigé."
                                : "La modération a lu votre projet et demande un changement avant de le publier.")
                .facts(List.of(new Letter.Fact("Motif", news.reason())))
                .quotes(news.sentence())
                .says("Corrigez le projet, puis soumettez-le de nouveau.")
                .offers("Revoir le projet", workshop(news.project()))
                .because(WHY, KEPT);
        toAll(news.mails(), Kind.PROJECT_SENT_BACK, letter, news.project());
    }

    @EventListener
    void on(ProjectRejected news) {
        var letter = Letter.titled("Projet refusé : " + news.title())
                .says("La modération a lu votre projet et ne le publie pas.")
                .facts(List.of(new Letter.Fact("Motif", news.reason())))
                .quotes(news.sentence())
                .says("Une version déjà publiée, s'il y en a une, reste en ligne telle quelle.")
                .offers("Voir le projet", workshop(news.project()))
                .because(WHY, KEPT);
        toAll(news.mails(), Kind.PROJECT_REJECTED, letter, news.project());
    }

    @EventListener
    void on(ProjectPublished news) {
        var letter = Letter.titled((news.first() ? "Publié : " : "Nouvelle version en ligne : ") + news.title())
                .says(
                        news.first()
                                ? "Votre projet est dans la galerie des Trophées NSI. Une image ou une vidéo où l'on reconnaît un élève n'y est visible qu'avec l'autorisation de sa famille."
                                : "Votre nouvelle version est validée et remplace la précédente.")
                .offers("Voir la page", writer.at("/trophees/" + news.project().value()))
                .because(WHY, KEPT);
        toAll(news.mails(), Kind.PROJECT_PUBLISHED, letter, news.project());
    }

    @EventListener
    void on(AuthorisationWithdrawn news) {
        var letter = Letter.titled("Autorisation retirée : " + news.title())
                .says(
                        "La famille de %s a retiré ce qu'elle avait autorisé. C'est déjà caché : vous n'avez rien à faire."
                                .formatted(news.pupil()))
                .facts(List.of(new Letter.Fact("Retiré", news.what())))
                .offers("Voir les autorisations", workshop(news.project()) + "/autorisations")
                .because(WHY, KEPT);
        toAll(news.mails(), Kind.AUTHORISATION_WITHDRAWN, letter, news.project());
    }

    @EventListener
    void on(AuthorisationEnding news) {
        var letter = Letter.titled("Une autorisation se termine bientôt : " + news.title())
                .says("Ce que la famille de %s a autorisé sera caché après le %s."
                        .formatted(news.pupil(), French.day(news.until())))
                .facts(List.of(new Letter.Fact("Autorisé", news.what())))
                .says("Pour continuer à le montrer, faites signer une nouvelle feuille. Sinon, il n'y a rien à faire.")
                .offers("Voir les autorisations", workshop(news.project()) + "/autorisations")
                .because(WHY, KEPT);
        toAll(news.mails(), Kind.AUTHORISATION_ENDING, letter, news.project());
    }

    @EventListener
    void on(ProjectAttached news) {
        var letter = Letter.titled("Un projet sera montré à votre événement : " + news.event())
                .says(
                        "Une équipe des Trophées NSI annonce qu'elle y présente son projet. Il figure sur la page de l'événement.")
                .facts(List.of(new Letter.Fact("Projet", news.title()), new Letter.Fact("Lycée", news.school())))
                .says("Si ce n'est pas convenu entre vous, retirez-le.")
                .offers("Voir les projets annoncés", writer.at("/espace/trophees/evenements"))
                .because(
                        "Vous recevez ce message parce que vous publiez des événements pour votre organisation.",
                        "Votre adresse sert à vous reconnaître sur " + Letter.SERVICE + ", à rien d'autre.");
        toAll(news.mails(), Kind.PROJECT_ATTACHED, letter, news.project());
    }

    private void toAll(List<String> mails, Kind kind, Letter letter, ProjectId project) {
        mails.stream()
                .distinct()
                .forEach(mail -> outbox.add(Mail.of(kind, mail, letter).about(project.value())));
    }

    private String workshop(ProjectId project) {
        return writer.at("/espace/trophees/" + project.value());
    }
}
