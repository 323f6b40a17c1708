package fr.preau.notification;

import fr.preau.account.Accounts;
import fr.preau.account.Person;
import fr.preau.synthesis.PublicationRevised;
import fr.preau.synthesis.SynthesisTold;
import fr.preau.synthesis.SynthesisTold.What;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells those who write the syntheses of a consultation when something waits for them, and what was made of theirs.
@Component
class SynthesisNews {
    private static final String WHY =
            "Vous recevez ce message parce que vous coordonnez un territoire, ou pilotez, et écrivez des synthèses.";
    private static final String KEPT =
            "Votre adresse sert à vous reconnaître sur " + Letter.SERVICE + ", à rien d'autre.";

    private final Outbox outbox;
    private final LetterWriter writer;
    private final Accounts accounts;

    SynthesisNews(Outbox outbox, LetterWriter writer, Accounts accounts) {
        this.outbox = outbox;
        this.writer = writer;
        this.accounts = accounts;
    }

    @EventListener
    void on(SynthesisTold news) {
        var letter = Letter.titled(subject(news))
                .says(sentence(news))
                .facts(facts(news))
                .quotes(news.words())
                .offers(action(news.what()), writer.at(news.path()))
                .because(WHY, KEPT);
        news.mails().stream().distinct().forEach(mail -> outbox.add(Mail.of(Kind.SYNTHESIS, mail, letter)));
    }

    /// Who published learns that what they published is no more quite the same.
    @EventListener
    void on(PublicationRevised news) {
        var letter = Letter.titled("Une publication est refaite sans un texte : " + news.consultation())
                .says(
                        "Un texte a dû être retiré de ce que vous avez publié. La publication %d est à sa révision %d, sans lui ; le reste n'a pas changé."
                                .formatted(news.number(), news.revision()))
                .facts(List.of(
                        new Letter.Fact("Contribution", news.reference()), new Letter.Fact("Raison", news.reason())))
                .says("Les fichiers d'avant ne sont plus servis ; leurs empreintes restent sur la page.")
                .offers("Voir la publication", writer.at(news.path()))
                .because("Vous recevez ce message parce que vous avez fait cette publication.", KEPT);
        accounts.find(news.publisher())
                .map(Person::mail)
                .filter(Addresses::isValid)
                .ifPresent(mail -> outbox.add(Mail.of(Kind.SYNTHESIS, mail, letter)));
    }

    private static String subject(SynthesisTold news) {
        return switch (news.what()) {
            case CONTESTABLE -> "Vous pouvez faire des objections : synthèse de " + news.territory();
            case OBJECTED -> "Une objection attend votre réponse";
            case ANSWERED -> "Réponse à une objection de votre territoire";
            case VALIDATED -> "Synthèse validée : " + news.territory();
            case ARRIVED -> "À votre tour : une synthèse vous est arrivée, " + news.territory();
            case REOPENED -> "Synthèse rouverte : " + news.territory();
            case PUBLISHABLE -> "La synthèse nationale est validée : " + news.theme();
            case PUBLISHED -> "Les synthèses sont publiées : " + news.consultation();
        };
    }

    private static String sentence(SynthesisTold news) {
        return switch (news.what()) {
            case CONTESTABLE ->
                "Voici ce que le niveau au-dessus a fait de vos énoncés. Si l'un d'eux est mal repris, dites-le : votre objection et sa réponse seront publiées.";
            case OBJECTED ->
                "Ceux dont vous avez repris les énoncés contestent ce que vous en avez fait. Rien ne peut être validé avant votre réponse.";
            case ANSWERED -> "Ceux à qui vous aviez fait une objection ont répondu.";
            case VALIDATED -> "Ce que le niveau au-dessus a fait de vos énoncés ne change plus, sauf à rouvrir.";
            case ARRIVED -> "Une synthèse du niveau d'avant est validée : ses énoncés sont à traiter dans la vôtre.";
            case REOPENED ->
                "Le niveau d'avant a rouvert sa synthèse : ce que vous en avez repris peut changer. Rien à faire avant qu'il valide de nouveau.";
            case PUBLISHABLE -> "Elle ne change plus : elle peut être publiée, avec tout ce qui est validé.";
            case PUBLISHED -> "Ce que vous avez écrit se lit maintenant par tous, avec ses sources et ses raisons.";
        };
    }

    private static String action(What what) {
        return switch (what) {
            case CONTESTABLE -> "Lire, et objecter s'il le faut";
            case OBJECTED -> "Répondre à l'objection";
            case ANSWERED, VALIDATED -> "Voir ce que sont devenus mes énoncés";
            case ARRIVED -> "Traiter ce qui est arrivé";
            case REOPENED -> "Voir ce qui est à revoir";
            case PUBLISHABLE -> "Ouvrir les synthèses";
            case PUBLISHED -> "Lire la publication";
        };
    }

    private static List<Letter.Fact> facts(SynthesisTold news) {
        var facts = new ArrayList<Letter.Fact>();
        facts.add(new Letter.Fact("Consultation", news.consultation()));
        if (!news.theme().isEmpty()) {
            facts.add(new Letter.Fact("Thème", news.theme()));
            facts.add(new Letter.Fact("Synthèse", news.territory()));
        }
        var until = news.until();
        if (until != null) {
            facts.add(new Letter.Fact("Jusqu'au", French.day(until)));
        }
        return facts;
    }
}
