package fr.preau.notification;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The outbox as it forgets, and as a person may read what it keeps of them.
@Repository
class ForgettingRepository {
    private static final List<String> ABOUT_REGISTRATIONS = List.of(Kind.REGISTRATION_LINKS.name());

    private static final List<String> ABOUT_ACCOUNTS = List.of(
            Kind.SIGN_IN.name(),
            Kind.INVITATION.name(),
            Kind.ROLE.name(),
            Kind.ACCOUNT.name(),
            Kind.CHANGES_REQUESTED.name(),
            Kind.EVENT_REJECTED.name(),
            Kind.EVENT_CANCELLED.name(),
            Kind.EVENT_OFFERED.name(),
            Kind.EVENT_PUBLISHED.name(),
            Kind.MODERATION_DIGEST.name());

    private final JdbcClient db;

    ForgettingRepository(JdbcClient db) {
        this.db = db;
    }

    /// Everything written about these things, sent or not.
    void forgetAbout(Collection<UUID> things) {
        db.sql("delete from notification.message where about = any(:things)")
                .param("things", things.toArray(UUID[]::new))
                .update();
    }

    /// The letters that list a person's registrations.
    void forgetLinks(Collection<String> recipients) {
        forget(ABOUT_REGISTRATIONS, recipients);
    }

    /// What an account was written.
    void forgetAccount(String recipient) {
        forget(ABOUT_ACCOUNTS, List.of(recipient));
    }

    List<Message> about(UUID thing) {
        return db.sql("select * from notification.message where about = :thing order by created_at limit 1000")
                .param("thing", thing)
                .query(MessageRepository::message)
                .list();
    }

    List<Message> toAccount(String recipient) {
        return db.sql("""
                select * from notification.message where recipient = :recipient and kind in (:kinds)
                order by created_at desc limit 1000
                """)
                .param("recipient", recipient)
                .param("kinds", ABOUT_ACCOUNTS)
                .query(MessageRepository::message)
                .list();
    }

    private void forget(List<String> kinds, Collection<String> recipients) {
        db.sql("delete from notification.message where recipient = any(:recipients) and kind in (:kinds)")
                .param("recipients", recipients.toArray(String[]::new))
                .param("kinds", kinds)
                .update();
    }
}
