package fr.preau.account;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The one journal of acts of administration, read by pilots and kept a year: an event cancelled by its moderators, a
/// list of registrants exported, an edition changed. Roles write their own lines ([Grants]). Only ever added to: the
/// database refuses the rest.
@Service
public class AdministrationJournal {
    private static final int ABOUT = 500;
    private static final int REASON = 2000;

    private final JdbcClient sql;
    private final Clock clock;

    AdministrationJournal(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Writes a line in the transaction of the act itself, so that neither goes without the other. `act` follows the
    /// actor's address: « annule l'événement ». `about` names the thing as of today and no pupil; `reason` may be
    empty.
    /// What is too long is cut.
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Viewer viewer, String act, String about, String reason) {
        var actor = Actor.of(viewer);
        sql.sql("""
                        insert into account.act (at, actor_id, actor_mail, act, about, reason)
                        values (:at, :actor, :mail, :act, :about, :reason)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", viewer.person().value())
                .param("mail", actor.mail())
                .param("act", act)
                .param("about", cut(about, ABOUT))
                .param("reason", cut(reason, REASON))
                .update();
    }

    private static String cut(String words, int length) {
        return words.length() <= length ? words : words.substring(0, length - 1) + "…";
    }
}
