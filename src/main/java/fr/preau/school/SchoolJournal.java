package fr.preau.school;

import fr.preau.account.Viewer;
import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who did what in a school's name, when: for the school itself, a year long.
@Repository
class SchoolJournal {
    private static final int SHOWN = 8;

    enum Action {
        COMMITTED("a inscrit la semaine dans la programmation annuelle"),
        WITHDREW("a retiré la semaine de la programmation annuelle"),
        PUBLISHED_TO_ALL("a publié le programme pour tout le monde"),
        PUBLISHED_BY_LINK("a publié le programme pour ceux qui ont le lien"),
        HIDDEN("a remis le programme en brouillon"),
        CHANGED_LINK("a changé le lien du programme");

        private final String french;

        Action(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }

        static Action of(Visibility visibility) {
            return switch (visibility) {
                case PUBLIC -> PUBLISHED_TO_ALL;
                case LINK -> PUBLISHED_BY_LINK;
                case DRAFT -> HIDDEN;
            };
        }
    }

    record Line(Instant at, Action action, String actor) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SchoolJournal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(EditionId edition, Uai school, Action action, Viewer actor) {
        jdbc.sql("""
                        insert into school.journal (edition_id, uai, at, action, actor, actor_name)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(edition.value())
                .param(school.value())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(action.name())
                .param(actor.person().value())
                .param(actor.label())
                .update();
    }

    /// The last ones, latest first.
    List<Line> of(EditionId edition, Uai school) {
        return jdbc.sql("""
                        select at, action, actor_name from school.journal
                        where uai = ? and edition_id = ? order by id desc limit ?
                        """)
                .param(school.value())
                .param(edition.value())
                .param(SHOWN)
                .query((row, _) -> new Line(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Action.valueOf(row.getString("action")),
                        row.getString("actor_name")))
                .list();
    }

    int countBefore(Instant then) {
        return jdbc.sql("select count(*) from school.journal where at < ?")
                .param(then.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int forgetBefore(Instant then, int most) {
        return jdbc.sql("delete from school.journal where id in (select id from school.journal where at < ? limit ?)")
                .param(then.atOffset(ZoneOffset.UTC))
                .param(most)
                .update();
    }
}
