package fr.preau.account;

import fr.preau.retention.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What accounts need for a while only: rows deleted once their time is over.
@Configuration(proxyBeanMethods = false)
class AccountRetentions {
    private static final Duration A_MONTH = Duration.ofDays(30);

    /// The database refuses to forget the journal sooner by its own clock, which is asked too; a day more, to be sure.
    private static final Duration A_YEAR = Duration.ofDays(367);

    @Bean
    @Order(41)
    Retention accountSignInLinks(JdbcClient sql) {
        return new Expiring(
                sql,
                "account-sign-in-link",
                "sign_in_link",
                "expires_at < :then",
                Duration.ZERO,
                new Retention.Promise(
                        "Lien de connexion",
                        List.of("adresse de courrier"),
                        "entrer sans mot de passe",
                        "personne",
                        "quinze minutes, puis effacé la nuit suivante"));
    }

    @Bean
    @Order(42)
    Retention accountSessions(JdbcClient sql) {
        return new Expiring(
                sql,
                "account-session",
                "session",
                "to_timestamp(expiry_time / 1000) < :then",
                Duration.ZERO,
                new Retention.Promise(
                        "Session, quand vous êtes connecté",
                        List.of("adresse de courrier", "nom"),
                        "vous reconnaître d'une page à l'autre",
                        "personne",
                        "douze heures sans visite"));
    }

    @Bean
    @Order(43)
    Retention accountAddressChanges(JdbcClient sql) {
        return new Expiring(
                sql,
                "account-address-change",
                "address_change",
                "expires_at < :then",
                Duration.ZERO,
                new Retention.Promise(
                        "Changement d'adresse d'un compte",
                        List.of("nouvelle adresse"),
                        "vérifier qu'elle est à vous",
                        "personne",
                        "un jour, puis effacé la nuit suivante"));
    }

    @Bean
    @Order(44)
    Retention accountInvitations(JdbcClient sql) {
        return new Expiring(
                sql,
                "account-invitation",
                "invitation",
                "expires_at < :then",
                A_MONTH,
                new Retention.Promise(
                        "Invitation à un rôle",
                        List.of("adresse de la personne invitée"),
                        "donner le rôle à qui lit cette adresse",
                        "qui invite",
                        "trente jours après les quatorze jours où elle sert"));
    }

    @Bean
    @Order(45)
    Retention accountStaffRequests(JdbcClient sql) {
        var due = "(decided_at < :then or (decided_at is null and asked_at < :then - interval '335 days'))";
        return new Expiring(
                sql,
                "account-staff-request",
                "staff_request",
                due,
                A_MONTH,
                new Retention.Promise(
                        "Demande « je travaille dans un établissement »",
                        List.of("votre compte", "l'établissement"),
                        "vérifier que vous y travaillez",
                        "l'établissement et la coordination du territoire",
                        "trente jours après la réponse ; un an sans réponse"));
    }

    @Bean
    @Order(46)
    Retention accountJournal(JdbcClient sql) {
        return new Expiring(
                sql,
                "account-journal",
                "journal",
                "at < :then and at < now() - interval '1 year'",
                A_YEAR,
                new Retention.Promise(
                        "Journal des rôles",
                        List.of("adresse de qui donne", "adresse de qui reçoit"),
                        "savoir qui a donné ou retiré quel rôle",
                        "le pilotage national",
                        "un an"));
    }

    @Bean
    @Order(47)
    Retention accountActs(JdbcClient sql) {
        return new Expiring(
                sql,
                "account-act",
                "act",
                "at < :then and at < now() - interval '1 year'",
                A_YEAR,
                new Retention.Promise(
                        "Journal des autres actes d'administration",
                        List.of("adresse de qui agit"),
                        "savoir qui a fait quoi, et pourquoi",
                        "le pilotage national",
                        "un an"));
    }

    @Bean
    @Order(90)
    Retention accountAttempts(JdbcClient sql) {
        return new Expiring(
                sql,
                "account-attempt",
                "attempt",
                "started_at < :then",
                Attempts.WINDOW,
                new Retention.Promise(
                        "Nombre de demandes de lien",
                        List.of("empreinte de l'adresse ou du réseau"),
                        "empêcher les envois en masse",
                        "personne",
                        "quinze minutes, puis effacé la nuit suivante"));
    }

    /// Rows of one table that are only deleted: `due` says which, `:then` being `life` ago.
    private record Expiring(
            JdbcClient sql, String code, String table, String due, Duration life, Retention.Promise promise)
            implements Retention {
        @Override
        public int due(Instant now) {
            return at("select count(*)::int from account.%s where %s", now)
                    .query(Integer.class)
                    .single();
        }

        @Override
        public int forget(Instant now, int most) {
            var delete = """
                    delete from account.%1$s where ctid = any(array(
                        select ctid from account.%1$s where %2$s limit :most for update skip locked))
                    """;
            return at(delete, now).param("most", most).update();
        }

        private JdbcClient.StatementSpec at(String statement, Instant now) {
            return sql.sql(statement.formatted(table, due))
                    .param("then", now.minus(life).atOffset(ZoneOffset.UTC));
        }
    }
}
