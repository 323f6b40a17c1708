package fr.preau.attendance;

import fr.preau.account.PersonId;
import fr.preau.event.SessionId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The codes that open the lists people took along (decision 013).
@Repository
class CarriedListRepository {
    /// 31^10, drawn by us: too many to try, with 600 000 rounds each.
    private static final int SIGNS = 10;

    private final JdbcClient jdbc;

    CarriedListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The same for one person and one session, whatever the device, as long as acts may still wait on one.
    HumanCode code(SessionId session, PersonId person, Instant now) {
        jdbc.sql("""
                        insert into attendance.carried_list (session_id, person_id, code, made_at)
                        values (?, ?, ?, ?) on conflict do nothing""")
                .param(session.value())
                .param(person.value())
                .param(HumanCode.random(SIGNS).value())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select code from attendance.carried_list where session_id = ? and person_id = ?")
                .param(session.value())
                .param(person.value())
                .query((row, _) -> new HumanCode(row.getString("code")))
                .single();
    }

    int madeBefore(Instant moment) {
        return jdbc.sql("select count(*)::int as it from attendance.carried_list where made_at < ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getInt("it"))
                .single();
    }

    int forgetBefore(Instant moment, int most) {
        return jdbc.sql("""
                        delete from attendance.carried_list where ctid = any(array(
                            select ctid from attendance.carried_list where made_at < ? limit ?))""").param(moment.atOffset(ZoneOffset.UTC)).param(most).update();
    }
}
