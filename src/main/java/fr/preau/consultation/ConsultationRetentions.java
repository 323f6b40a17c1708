package fr.preau.consultation;

import fr.preau.retention.BatchRetention;
import fr.preau.retention.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/// What this module promises to those who take part.
@Configuration(proxyBeanMethods = false)
class ConsultationRetentions {
    private static final int DAYS = 30;

    @Bean
    @Order(60)
    Retention consultationParties(PartyRepository parties, Parties forgetting, TransactionTemplate once) {
        return new BatchRetention(
                "consultation-party",
                new Retention.Promise(
                        "Participation à une session de consultation",
                        List.of(
                                "adresse de courriel",
                                "prénom ou repère si vous voulez",
                                "besoins d'accès",
                                "qualité",
                                "vœux"),
                        "donner une place, prévenir, accueillir",
                        "la coordination du territoire lit la qualité, le repère et les besoins ; jamais l'adresse",
                        "adresse, repère et besoins : trente jours après la session ; les vœux restent sous un pseudonyme de cette session"),
                now -> parties.countOver(limit(now)),
                (now, most) -> {
                    var over = parties.over(limit(now), most);
                    over.forEach(forgetting::forgetWho);
                    return over.size();
                },
                once);
    }

    @Bean
    @Order(92)
    Retention consultationErasedLinks(PartyRepository parties, TransactionTemplate once) {
        return new BatchRetention(
                "consultation-erased-link",
                new Retention.Promise(
                        "Lien effacé d'une inscription à une consultation",
                        List.of("empreinte du lien, sans rien qui dise de qui"),
                        "dire que tout est effacé à qui l'ouvre encore",
                        "personne",
                        "un an après l'effacement"),
                now -> parties.countErasedLinks(aYear(now)),
                (now, most) -> parties.forgetErasedLinks(aYear(now), most),
                once);
    }

    private static LocalDate aYear(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(1);
    }

    private static LocalDate limit(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS);
    }

    @Bean
    @Order(92)
    Retention consultationAttempts(AttemptRepository attempts, TransactionTemplate once) {
        return new BatchRetention(
                "consultation-attempt",
                new Retention.Promise(
                        "Nombre d'inscriptions aux consultations",
                        List.of("empreinte de l'adresse ou du réseau"),
                        "empêcher les envois en masse",
                        "personne",
                        "une heure, puis effacé la nuit suivante"),
                attempts::countOver,
                attempts::forget,
                once);
    }
}
