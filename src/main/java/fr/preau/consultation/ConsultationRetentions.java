package fr.preau.consultation;

import fr.preau.retention.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What this module promises to those who take part.
@Configuration(proxyBeanMethods = false)
class ConsultationRetentions {
    private static final int DAYS = 30;

    @Bean
    @Order(60)
    Retention consultationParties(PartyRepository parties, TransactionTemplate transaction) {
        var promise = new Retention.Promise(
                "Participation à une session de consultation",
                List.of("adresse de courriel", "prénom ou repère si vous voulez", "besoins d'accès", "qualité", "vœux"),
                "donner une place, prévenir, accueillir",
                "la coordination du territoire lit la qualité, le repère et les besoins ; jamais l'adresse",
                "adresse, repère et besoins : trente jours après la session ; les vœux restent sous un pseudonyme de cette session");
        return new Parties(parties, transaction, promise);
    }

    private record Parties(PartyRepository parties, TransactionTemplate transaction, Promise promise)
            implements Retention {
        @Override
        public String code() {
            return "consultation-party";
        }

        @Override
        public int due(Instant now) {
            return parties.countOver(limit(now));
        }

        @Override
        public int forget(Instant now, int most) {
            return transaction.execute(_ -> {
                var over = parties.over(limit(now), most);
                over.forEach(parties::forget);
                return over.size();
            });
        }

        private static LocalDate limit(Instant now) {
            return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS);
        }
    }

    @Bean
    @Order(92)
    Retention consultationAttempts(JdbcClient jdbc) {
        var promise = new Retention.Promise(
                "Nombre d'inscriptions aux consultations",
                List.of("empreinte de l'adresse ou du réseau"),
                "empêcher les envois en masse",
                "personne",
                "une heure, puis effacé la nuit suivante");
        return new Attempts(jdbc, promise);
    }

    private record Attempts(JdbcClient jdbc, Promise promise) implements Retention {
        @Override
        public String code() {
            return "consultation-attempt";
        }

        @Override
        public int due(Instant now) {
            return jdbc.sql("select count(*)::int from consultation.attempt where at < ?")
                    .param(limit(now))
                    .query(Integer.class)
                    .single();
        }

        @Override
        public int forget(Instant now, int most) {
            return jdbc.sql("""
                            delete from consultation.attempt where ctid = any(array(
                                select ctid from consultation.attempt where at < ? limit ? for update skip locked))
                            """).params(limit(now), most).update();
        }

        private static java.time.OffsetDateTime limit(Instant now) {
            return now.minus(AttemptRepository.WINDOW).atOffset(ZoneOffset.UTC);
        }
    }
}
