package fr.preau.attendance;

import fr.preau.retention.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Until when the day is remembered (decision 15 of the design).
@Configuration(proxyBeanMethods = false)
class AttendanceRetentions {
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Duration THREE_YEARS = Duration.ofDays(3 * 365);

    @Bean
    Retention arrivalRetention(ArrivalRepository arrivals) {
        return new Kept(
                "attendance-arrival",
                new Retention.Promise(
                        "Accueil le jour de la séance",
                        List.of("heure d'arrivée", "nombre de filles présentes dans une classe"),
                        "Savoir qui est venu, ne compter personne deux fois",
                        "L'organisateur ; le nombre de filles n'est montré que dans un total",
                        "30 jours ; ensuite le jour et les nombres seulement"),
                A_MONTH,
                arrivals::dueBefore,
                arrivals::forgetBefore);
    }

    @Bean
    Retention carriedListRetention(CarriedListRepository lists) {
        return new Kept(
                "attendance-carried-list",
                new Retention.Promise(
                        "Liste emportée sur un appareil",
                        List.of("code qui ouvre la liste chiffrée"),
                        "Accueillir sans réseau",
                        "La personne qui a emporté la liste",
                        "30 jours ; l'appareil efface la liste le lendemain de la séance"),
                A_MONTH,
                lists::madeBefore,
                lists::forgetBefore);
    }

    @Bean
    Retention reviewRetention(ReviewRepository reviews) {
        return new Kept(
                "attendance-review",
                new Retention.Promise(
                        "Arrivée à revoir, notée sans réseau",
                        List.of("heure d'arrivée", "billet"),
                        "Compter qui est entré pendant qu'un appareil n'avait pas de réseau",
                        "L'organisateur",
                        "30 jours"),
                A_MONTH,
                reviews::cameBefore,
                reviews::forgetBefore);
    }

    @Bean
    Retention closingRetention(ClosingRepository closings) {
        return new Kept(
                "attendance-closing",
                new Retention.Promise(
                        "Clôture et corrections de l'appel",
                        List.of("qui a clos ou corrigé, quand"),
                        "Répondre d'une présence contestée",
                        "Personne, sauf réclamation",
                        "1 an"),
                A_YEAR,
                closings::namedBefore,
                closings::unnameBefore);
    }

    @Bean
    Retention certificateRetention(CertificateRepository certificates) {
        return new Kept(
                "attendance-certificate",
                new Retention.Promise(
                        "Attestation de présence",
                        List.of("code de l'attestation", "inscription qu'elle concerne"),
                        "Vérifier une attestation imprimée, sans montrer de nom",
                        "Qui a le papier : l'événement, la date, la qualité, si elle est valide",
                        "3 ans ; l'inscription est gardée jusqu'au 31 août qui suit"),
                THREE_YEARS,
                certificates::issuedBefore,
                certificates::forgetBefore);
    }

    @FunctionalInterface
    private interface Due {
        int before(Instant moment);
    }

    @FunctionalInterface
    private interface Forgetting {
        int before(Instant moment, int most);
    }

    /// What is older than `age` is due.
    private record Kept(String code, Promise promise, Duration age, Due counted, Forgetting forgotten)
            implements Retention {
        @Override
        public int due(Instant now) {
            return counted.before(now.minus(age));
        }

        @Override
        public int forget(Instant now, int most) {
            return forgotten.before(now.minus(age), most);
        }
    }
}
