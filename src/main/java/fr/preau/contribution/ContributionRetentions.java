package fr.preau.contribution;

import fr.preau.retention.BatchRetention;
import fr.preau.retention.Retention;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/// What this module keeps that may tell of people, and until when. A published contribution stays: it names nobody, and
/// was read for that before.
@Configuration(proxyBeanMethods = false)
class ContributionRetentions {
    private static final Duration YEAR = Duration.ofDays(365);

    @Bean
    @Order(61)
    Retention contributionRemarks(RemarkRepository remarks, TransactionTemplate once) {
        return new BatchRetention(
                "contribution-remark",
                new Retention.Promise(
                        "Remarque sur le compte rendu d'un atelier",
                        List.of("le texte de la remarque et sa réponse"),
                        "corriger le compte rendu avant qu'il soit publié",
                        "qui a écrit le compte rendu et la coordination ; une fois répondues, les participants de l'atelier",
                        "un an"),
                now -> remarks.due(now.minus(YEAR)),
                (now, most) -> remarks.forget(now.minus(YEAR), most),
                once);
    }

    @Bean
    @Order(62)
    Retention contributionMasked(ContributionRepository contributions, TransactionTemplate once) {
        return new BatchRetention(
                "contribution-masked",
                new Retention.Promise(
                        "Contribution masquée",
                        List.of("le texte masqué"),
                        "répondre à une contestation du masquage",
                        "la coordination du territoire",
                        "un an après le masquage ; la référence et la raison restent. Retirée pour la loi : effacée tout de suite"),
                now -> contributions.maskedDue(Days.of(now.minus(YEAR))),
                (now, most) -> contributions.forgetMasked(Days.of(now.minus(YEAR)), most),
                once);
    }

    @Bean
    @Order(62)
    Retention contributionNeverPublic(ContributionRepository contributions, TransactionTemplate once) {
        return new BatchRetention(
                "contribution-before-validation",
                new Retention.Promise(
                        "Texte corrigé avant d'être public",
                        List.of("le texte d'avant la correction"),
                        "suivre ce qui a été corrigé dans un compte rendu",
                        "la coordination du territoire",
                        "un an"),
                now -> contributions.neverPublicDue(Days.of(now.minus(YEAR))),
                (now, most) -> contributions.forgetNeverPublic(Days.of(now.minus(YEAR)), most),
                once);
    }

    @Bean
    @Order(61)
    Retention contributionAuthors(AuthorRepository authors, TransactionTemplate once) {
        return new BatchRetention(
                "contribution-author",
                new Retention.Promise(
                        "Contribution en ligne",
                        List.of("adresse de courriel si vous voulez", "le lien qui retire la contribution"),
                        "vous dire ce que devient votre contribution, vous laisser la retirer",
                        "personne",
                        "l'adresse : jusqu'au message qui annonce la synthèse, un an au plus ; le lien : un an"),
                now -> authors.due(now.minus(YEAR)),
                (now, most) -> authors.forget(now.minus(YEAR), most),
                once);
    }

    @Bean
    @Order(63)
    Retention contributionDecisions(DecisionRepository decisions, TransactionTemplate once) {
        return new BatchRetention(
                "contribution-decision",
                new Retention.Promise(
                        "Décision sur une contribution",
                        List.of("quel compte a publié, masqué, retiré ou corrigé, et quand"),
                        "répondre à une contestation, ne pas décider deux fois",
                        "personne, sauf demande de la justice",
                        "un an"),
                now -> decisions.due(now.minus(YEAR)),
                (now, most) -> decisions.forget(now.minus(YEAR), most),
                once);
    }
}
