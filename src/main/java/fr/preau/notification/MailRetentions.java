package fr.preau.notification;

import fr.preau.retention.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How long letters are kept: the time to answer « je n'ai rien reçu ».
@Configuration(proxyBeanMethods = false)
class MailRetentions {
    static final Duration MESSAGES = Duration.ofDays(30);
    static final Duration SEQUENCES = Duration.ofDays(180);

    /// Whatever became of it: one that waits for so long is of no use any more, and it names its reader.
    @Bean
    @Order(50)
    Retention mailMessages(JdbcClient db) {
        return new Expiring(
                db,
                "message",
                "message",
                "coalesce(sent_at, created_at)",
                MESSAGES,
                new Retention.Promise(
                        "Courriel que la plateforme vous envoie",
                        List.of("adresse de courrier", "texte du courriel, prénom compris"),
                        "le remettre, répondre à « je n'ai rien reçu »",
                        "personne ; le pilotage voit les pannes, adresses masquées",
                        "trente jours après l'envoi, ou dès que l'inscription ou le compte dont il parle est effacé"));
    }

    @Bean
    @Order(92)
    Retention mailSequences(JdbcClient db) {
        return new Expiring(
                db,
                "message-sequence",
                "sequence",
                "written_at",
                SEQUENCES,
                new Retention.Promise(
                        "Numéro du dernier fichier d'agenda",
                        List.of("empreinte de l'adresse et de la séance"),
                        "que votre agenda suive les changements",
                        "personne",
                        "six mois, ou dès que l'inscription est effacée"));
    }

    /// Rows of one table that are only deleted, `life` after the moment that `since` tells.
    private record Expiring(
            JdbcClient db, String code, String table, String since, Duration life, Retention.Promise promise)
            implements Retention {
        @Override
        public int due(Instant now) {
            return at("select count(*)::int from notification.%s where %s < :then", now)
                    .query(Integer.class)
                    .single();
        }

        @Override
        public int forget(Instant now, int most) {
            var delete = """
                    delete from notification.%1$s where ctid = any(array(
                        select ctid from notification.%1$s where %2$s < :then limit :most for update skip locked))
                    """;
            return at(delete, now).param("most", most).update();
        }

        private JdbcClient.StatementSpec at(String statement, Instant now) {
            return db.sql(statement.formatted(table, since))
                    .param("then", MessageRepository.timestamp(now.minus(life)));
        }
    }
}
