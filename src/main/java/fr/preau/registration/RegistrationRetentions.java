package fr.preau.registration;

import fr.preau.retention.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What this module promises to those who register, and to those who write to them.
@Configuration(proxyBeanMethods = false)
class RegistrationRetentions {
    @Bean
    @Order(1)
    Retention registrationIndividuals(Forgetting forgetting) {
        return new Named(
                forgetting,
                false,
                "registration-individual",
                new Retention.Promise(
                        "Inscription d'un élève ou d'un adulte",
                        List.of("prénom", "adresse de courrier", "niveau d'un élève", "établissement si vous voulez"),
                        "garder la place, prévenir d'un changement",
                        "l'organisateur voit le prénom, le niveau, l'établissement et le nombre ; jamais l'adresse",
                        "prénom et adresse : trente jours après la séance, ou plus tard si vous demandez une attestation"));
    }

    @Bean
    @Order(2)
    Retention registrationClasses(Forgetting forgetting) {
        return new Named(
                forgetting,
                true,
                "registration-class",
                new Retention.Promise(
                        "Inscription d'une classe",
                        List.of(
                                "nom et adresse de l'enseignant",
                                "besoins d'accueil",
                                "établissement",
                                "classe",
                                "nombres"),
                        "accueillir la classe ; aucun nom d'élève n'est demandé",
                        "l'organisateur, sauf l'adresse et le nombre de filles ; la direction de l'établissement",
                        "enseignant et besoins : trente jours après la séance ; classe et nombres restent"));
    }

    @Bean
    @Order(3)
    Retention registrationAddressChanges(JdbcClient jdbc) {
        return new Expiring(
                jdbc,
                "registration-address-change",
                "address_change",
                "expires_at",
                Duration.ZERO,
                new Retention.Promise(
                        "Changement d'adresse d'une inscription",
                        List.of("nouvelle adresse"),
                        "vérifier qu'elle est à vous",
                        "personne",
                        "un jour, puis effacé la nuit suivante"));
    }

    @Bean
    @Order(91)
    Retention registrationAskings(JdbcClient jdbc) {
        return new Expiring(
                jdbc,
                "registration-asking",
                "asking",
                "asked_at",
                Duration.ofHours(1),
                new Retention.Promise(
                        "Nombre de demandes de liens d'inscription",
                        List.of("empreinte de l'adresse ou du réseau"),
                        "empêcher les envois en masse",
                        "personne",
                        "une heure, puis effacé la nuit suivante"));
    }

    @Bean
    @Order(92)
    Retention registrationRations(JdbcClient jdbc) {
        return new Expiring(
                jdbc,
                "registration-ration",
                "ration",
                "started_at",
                RationRepository.WINDOW,
                new Retention.Promise(
                        "Nombre de formulaires d'inscription d'un réseau",
                        List.of("empreinte du réseau"),
                        "empêcher qu'un seul réseau prenne toutes les places",
                        "personne",
                        "une heure, puis effacé la nuit suivante"));
    }

    private record Named(Forgetting forgetting, boolean classes, String code, Retention.Promise promise)
            implements Retention {
        @Override
        public int due(Instant now) {
            return forgetting.due(classes, now);
        }

        @Override
        public int forget(Instant now, int most) {
            return forgetting.forget(classes, now, most);
        }
    }

    /// Rows of one table that are only deleted, `life` after the moment their column `since` tells.
    private record Expiring(
            JdbcClient jdbc, String code, String table, String since, Duration life, Retention.Promise promise)
            implements Retention {
        @Override
        public int due(Instant now) {
            return at("select count(*)::int from registration.%s where %s < :then", now)
                    .query(Integer.class)
                    .single();
        }

        @Override
        public int forget(Instant now, int most) {
            var delete = """
                    delete from registration.%1$s where ctid = any(array(
                        select ctid from registration.%1$s where %2$s < :then limit :most for update skip locked))
                    """;
            return at(delete, now).param("most", most).update();
        }

        private JdbcClient.StatementSpec at(String statement, Instant now) {
            return jdbc.sql(statement.formatted(table, since))
                    .param("then", now.minus(life).atOffset(ZoneOffset.UTC));
        }
    }
}
