package fr.preau.synthesis;

import fr.preau.consultation.SessionId;
import fr.preau.web.Pager;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a level has to deal with, read twenty at a time from where one is: as quick at the fifty-thousandth line as at
/// the first.
@Repository
class InboxRepository {
    /// What is listed.
    enum Show {
        UNDEALT("À traiter", "d.item_id is null and i.withdrawn is null"),
        REVIEW("À revoir", ItemRows.STALE),
        TAKEN_UP("Reprises", "d.outcome = 'TAKEN_UP'"),
        SET_ASIDE("Mises de côté", "d.outcome = 'SET_ASIDE'"),
        PIECES("Morceaux", "i.parent_id is not null and i.withdrawn is null"),
        WITHDRAWN("Retirées", "i.withdrawn is not null and i.parent_id is null"),
        ALL("Toutes", "(i.parent_id is null or i.withdrawn is null)");

        private final String french;
        private final String condition;

        Show(String french, String condition) {
            this.french = french;
            this.condition = condition;
        }

        String french() {
            return french;
        }
    }

    record Filter(
            Show show,
            @Nullable ItemNature nature,
            @Nullable SessionId session,
            @Nullable UUID grouping,
            String words) {
        static final Filter UNDEALT = new Filter(Show.UNDEALT, null, null, null, "");
    }

    private final JdbcClient database;

    InboxRepository(JdbcClient database) {
        this.database = database;
    }

    /// The lines after this place, and one more if there is one: whoever asks shows the first [Pager#LINES].
    List<Item> after(SynthesisId synthesis, Filter filter, Item.Place place) {
        return database.sql(ItemRows.SELECT + matching(filter) + """
                          and (i.seq, i.piece) > (:seq, :piece) order by i.seq, i.piece limit :limit
                        """)
                .params(values(synthesis, filter))
                .param("seq", place.seq())
                .param("piece", place.piece())
                .param("limit", Pager.LINES + 1)
                .query((row, _) -> ItemRows.item(row))
                .list();
    }

    /// The same, backwards: the nearest line first.
    List<Item> before(SynthesisId synthesis, Filter filter, Item.Place place) {
        return database.sql(ItemRows.SELECT + matching(filter) + """
                          and (i.seq, i.piece) < (:seq, :piece) order by i.seq desc, i.piece desc limit :limit
                        """)
                .params(values(synthesis, filter))
                .param("seq", place.seq())
                .param("piece", place.piece())
                .param("limit", Pager.LINES + 1)
                .query((row, _) -> ItemRows.item(row))
                .list();
    }

    int count(SynthesisId synthesis, Filter filter) {
        return database.sql("""
                        select count(*)::int from synthesis.item i
                        left join synthesis.disposition d on d.item_id = i.id
                        """ + matching(filter))
                .params(values(synthesis, filter))
                .query(Integer.class)
                .single();
    }

    /// What a statement leans on as it stands, at most so many as a page holds.
    List<Item> sources(Statement statement) {
        return database.sql(ItemRows.SELECT + """
                        join synthesis.source_link l on l.item_id = i.id
                        where l.statement_id = :id and l.statement_version = :version order by i.seq, i.piece limit 200
                        """)
                .param("id", statement.id().value())
                .param("version", statement.version())
                .query((row, _) -> ItemRows.item(row))
                .list();
    }

    /// The sessions that items come from.
    List<SessionId> sessions(SynthesisId synthesis) {
        return database.sql("""
                        select distinct session_id from synthesis.item where synthesis_id = :id and session_id is not null
                        """)
                .param("id", synthesis.value())
                .query((row, _) -> new SessionId(row.getObject("session_id", UUID.class)))
                .list();
    }

    /// How far each of these is (invariant C2): computed, never kept.
    Map<SynthesisId, Coverage> coverage(Collection<SynthesisId> syntheses) {
        var coverage = new HashMap<SynthesisId, Coverage>();
        syntheses.forEach(id -> coverage.put(id, new Coverage(0, 0, 0, 0)));
        database.sql("""
                        select i.synthesis_id,
                            count(*) filter (where i.parent_id is null and i.withdrawn is null)::int as received,
                            count(*) filter (where i.parent_id is null and i.withdrawn is null
                                and d.item_id is not null and (d.outcome <> 'SPLIT' or undealt.whole is null))::int
                                as dealt,
                            count(*) filter (where %s)::int as stale,
                            count(*) filter (where i.parent_id is null and i.withdrawn is not null)::int as withdrawn
                        from synthesis.item i
                        left join synthesis.disposition d on d.item_id = i.id
                        left join (select distinct p.parent_id as whole from synthesis.item p
                            left join synthesis.disposition pd on pd.item_id = p.id
                            where p.synthesis_id = any(:ids) and p.parent_id is not null and p.withdrawn is null
                                and pd.item_id is null) undealt on undealt.whole = i.id
                        where i.synthesis_id = any(:ids) group by i.synthesis_id
                        """.formatted(ItemRows.STALE))
                .param("ids", syntheses.stream().map(SynthesisId::value).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    coverage.put(
                            new SynthesisId(row.getObject("synthesis_id", UUID.class)),
                            new Coverage(
                                    row.getInt("received"),
                                    row.getInt("dealt"),
                                    row.getInt("stale"),
                                    row.getInt("withdrawn")));
                });
        return coverage;
    }

    Coverage coverage(SynthesisId synthesis) {
        return coverage(List.of(synthesis)).getOrDefault(synthesis, new Coverage(0, 0, 0, 0));
    }

    private static String matching(Filter filter) {
        return """
                where i.synthesis_id = :synthesis and %s
                  and (cast(:nature as text) is null or i.nature = :nature)
                  and (cast(:session as uuid) is null or i.session_id = :session)
                  and (cast(:grouping as uuid) is null or i.grouping_id = :grouping)
                  and (:words = '' or i.search @@ websearch_to_tsquery('public.french_plain', :words))
                """.formatted(filter.show().condition);
    }

    private static Map<String, @Nullable Object> values(SynthesisId synthesis, Filter filter) {
        var nature = filter.nature();
        var session = filter.session();
        var values = new HashMap<String, @Nullable Object>();
        values.put("synthesis", synthesis.value());
        values.put("nature", nature == null ? null : nature.name());
        values.put("session", session == null ? null : session.value());
        values.put("grouping", filter.grouping());
        values.put("words", filter.words());
        return values;
    }
}
