package fr.preau.showcase;

import fr.preau.programme.Editions;
import fr.preau.retention.BatchRetention;
import fr.preau.retention.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/// What the gallery keeps about people, and until when (decision 17). A project stays as a work, without names.
@Configuration(proxyBeanMethods = false)
class ShowcaseRetention {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

    @Bean
    Retention showcaseAuthorisations(AuthorisationRepository authorisations, TransactionTemplate once) {
        return new BatchRetention(
                "showcase-authorisation",
                new Retention.Promise(
                        "Autorisation de montrer un élève (Trophées NSI)",
                        List.of(
                                "nom de famille, si l'autorisation est de le montrer",
                                "qui a signé, quand, jusqu'à quand"),
                        "ne montrer d'un élève que ce que sa famille permet",
                        "les enseignants du projet et la famille ; le nom de famille, tout le monde tant que l'autorisation dure",
                        "trente jours après la fin ou le retrait ; le nom de famille est effacé dès le retrait"),
                now -> authorisations.due(now.minus(MONTH)),
                (now, most) -> authorisations.forget(now.minus(MONTH), most),
                once);
    }

    @Bean
    Retention showcaseImages(ProjectImageRepository images, TransactionTemplate once) {
        return new BatchRetention(
                "showcase-image",
                new Retention.Promise(
                        "Image d'un projet où l'on reconnaît un élève (Trophées NSI)",
                        List.of("photographie"),
                        "montrer l'équipe au travail",
                        "tout le monde, tant que chaque élève reconnu a une autorisation",
                        "trente jours après la fin ou le retrait d'une des autorisations ; cachée dès ce moment"),
                now -> images.due(now.minus(MONTH)),
                (now, most) -> images.forget(now.minus(MONTH), most),
                once);
    }

    @Bean
    Retention showcaseTeams(MemberRepository members, TransactionTemplate once) {
        return new BatchRetention(
                "showcase-team",
                new Retention.Promise(
                        "Équipe d'un projet (Trophées NSI)",
                        List.of("prénom ou pseudonyme"),
                        "dire qui a fait le projet",
                        "tout le monde",
                        "deux ans après la semaine de l'édition, ou trente jours après le retrait du projet"),
                now -> members.due(day(now), now.minus(MONTH)),
                (now, most) -> members.forget(day(now), now.minus(MONTH), most),
                once);
    }

    @Bean
    Retention showcaseDecisions(ProjectDecisionRepository decisions, TransactionTemplate once) {
        return new BatchRetention(
                "showcase-decision",
                new Retention.Promise(
                        "Décision de modération d'un projet (Trophées NSI)",
                        List.of("nom de la personne qui a décidé", "sa phrase"),
                        "répondre à l'enseignant, ne pas décider deux fois",
                        "les enseignants du projet et la modération",
                        "un an"),
                now -> decisions.due(now.minus(YEAR)),
                (now, most) -> decisions.forget(now.minus(YEAR), most),
                once);
    }

    @Bean
    @Order(32)
    Retention showcaseReports(ProjectReportRepository reports, TransactionTemplate once) {
        return new BatchRetention(
                "showcase-report",
                new Retention.Promise(
                        "Signalement d'un projet (Trophées NSI)",
                        List.of("ce que vous écrivez (votre nom n'est pas demandé)", "nom de qui répond"),
                        "corriger ou retirer le projet",
                        "la modération du territoire",
                        "un an ; le motif reste"),
                now -> reports.due(now.minus(YEAR)),
                (now, most) -> reports.forget(now.minus(YEAR), most),
                once);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, Editions.PARIS);
    }
}
