package fr.preau.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class ImportRunRepository {
    private static final String RUNS = """
            select *, coalesce((select total from territory.import_remark
                                 where run = import_run.id and import_remark.kind = 'CONTRADICTION'), 0) as contradicted
              from territory.import_run
            """;

    private final JdbcClient jdbc;

    ImportRunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes the one place there is; false when an import holds it. One that gave no sign since `silentSince` was cut
    /// short, and leaves it.
    @Transactional
    public boolean begin(ImportRun run, Instant silentSince) {
        jdbc.sql("""
                        update territory.import_run
                           set state = 'FAILED', ended_at = :now,
                               sentence = 'L''import a été interrompu : rien n''a changé.'
                         where state = 'RUNNING' and seen_at < :silentSince
                        """)
                .param("now", at(run.startedAt()))
                .param("silentSince", at(silentSince))
                .update();
        return jdbc.sql("""
                                insert into territory.import_run (id, kind, file, asked_by, started_at, seen_at, state, bytes,
                                    close_missing, dry, preview, undoes)
                                values (:id, :kind, :file, :askedBy, :now, :now, 'RUNNING', :bytes,
                                    :closeMissing, :dry, :preview, :undoes)
                                on conflict do nothing
                                """)
                        .param("id", run.id())
                        .param("kind", run.kind().name())
                        .param("file", run.file())
                        .param("askedBy", run.askedBy())
                        .param("now", at(run.startedAt()))
                        .param("bytes", run.bytes())
                        .param("closeMissing", run.closeMissing())
                        .param("dry", run.dry())
                        .param("preview", run.preview())
                        .param("undoes", run.undoes())
                        .update()
                == 1;
    }

    /// Seen by everyone at once, while the import's own transaction goes on.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void progress(UUID id, long bytesRead, Instant now) {
        jdbc.sql("update territory.import_run set bytes_read = :bytesRead, seen_at = :now where id = :id")
                .param("id", id)
                .param("bytesRead", bytesRead)
                .param("now", at(now))
                .update();
    }

    /// With what was brought in, in the import's transaction; false when another took the place meanwhile.
    boolean done(UUID id, ImportReport report, Instant now) {
        var ended = jdbc.sql("""
                        update territory.import_run
                           set state = 'DONE', ended_at = :now, bytes_read = bytes, rows = :rows, created = :created,
                               updated = :updated, unchanged = :unchanged, closed = :closed, missing = :missing,
                               merged = :merged, merged_rows = :mergedRows, unknown = :unknown,
                               rejected = :rejected, sentence = :note
                         where id = :id and state = 'RUNNING'
                        """)
                .param("rows", report.rows())
                .param("created", report.created())
                .param("updated", report.updated())
                .param("unchanged", report.unchanged())
                .param("closed", report.closed())
                .param("missing", report.missing())
                .param("merged", report.merged())
                .param("mergedRows", report.mergedRows())
                .param("unknown", report.unknown())
                .param("rejected", report.rejected())
                .param("note", report.note())
                .param("id", id)
                .param("now", at(now))
                .update();
        jdbc.sql("""
                        insert into territory.import_refusal (run, line, reason)
                        select :run, line, reason from unnest(:lines, :reasons) as refusal (line, reason)
                        """)
                .param("run", id)
                .param(
                        "lines",
                        report.refusals().stream()
                                .map(ImportReport.Refusal::line)
                                .toArray(Long[]::new))
                .param(
                        "reasons",
                        report.refusals().stream()
                                .map(ImportReport.Refusal::reason)
                                .toArray(String[]::new))
                .update();
        report.remarks().forEach(remarks -> add(id, remarks));
        return ended == 1;
    }

    private void add(UUID id, Remarks remarks) {
        var first = remarks.first();
        jdbc.sql("""
                        insert into territory.import_remark (run, kind, total, lines, sentences)
                        values (:run, :kind, :total, :lines, :sentences)
                        """)
                .param("run", id)
                .param("kind", remarks.kind().name())
                .param("total", remarks.total())
                .param("lines", first.stream().map(ImportReport.Refusal::line).toArray(Long[]::new))
                .param(
                        "sentences",
                        first.stream().map(ImportReport.Refusal::reason).toArray(String[]::new))
                .update();
    }

    /// The run that carries this preview out, or takes this run back.
    Optional<ImportRun> following(UUID id) {
        return jdbc.sql(RUNS + """
                         where :id in (preview, undoes) and state <> 'FAILED' order by started_at limit 1
                        """)
                .param("id", id)
                .query(ImportRunRepository::run)
                .optional();
    }

    /// Whether the directory was changed by an import since then.
    boolean changedSince(Instant moment) {
        return jdbc.sql("""
                        select exists (select from territory.import_run
                                        where kind = 'SCHOOLS' and state = 'DONE' and not dry and ended_at > :moment)
                        """).param("moment", at(moment)).query(Boolean.class).single();
    }

    /// What is kept only for a while: files of previews a day, what undoing needs a week.
    void forgetOld(Instant now) {
        jdbc.sql(
                        "delete from territory.import_file where run in (select id from territory.import_run where seen_at < :day)")
                .param("day", at(now.minus(Duration.ofDays(1))))
                .update();
        jdbc.sql(
                        "delete from territory.import_undo where run in (select id from territory.import_run where seen_at < :week)")
                .param("week", at(now.minus(ImportRun.TAKEN_BACK_WITHIN)))
                .update();
    }

    void failed(UUID id, String sentence, Instant now) {
        jdbc.sql("""
                        update territory.import_run set state = 'FAILED', ended_at = :now, sentence = :sentence
                         where id = :id and state = 'RUNNING'
                        """)
                .param("id", id)
                .param("sentence", sentence)
                .param("now", at(now))
                .update();
    }

    Optional<ImportRun> running() {
        return jdbc.sql(RUNS + "where state = 'RUNNING'")
                .query(ImportRunRepository::run)
                .optional();
    }

    Optional<ImportRun> find(UUID id) {
        return jdbc.sql(RUNS + "where id = :id")
                .param("id", id)
                .query((row, _) -> run(row, refusals(id), remarks(id)))
                .optional();
    }

    List<ImportRun> latest(ImportKind kind, int limit) {
        return jdbc.sql(RUNS + "where kind = :kind order by started_at desc limit :limit")
                .param("kind", kind.name())
                .param("limit", limit)
                .query(ImportRunRepository::run)
                .list();
    }

    private List<ImportReport.Refusal> refusals(UUID id) {
        return jdbc.sql("select line, reason from territory.import_refusal where run = :run order by line")
                .param("run", id)
                .query((row, _) -> new ImportReport.Refusal(row.getLong("line"), row.getString("reason")))
                .list();
    }

    private List<Remarks> remarks(UUID id) {
        return jdbc
                .sql("select kind, total, lines, sentences from territory.import_remark where run = :run")
                .param("run", id)
                .query((row, _) -> new Remarks(
                        Remarks.Kind.valueOf(row.getString("kind")),
                        row.getInt("total"),
                        lines((Long[]) row.getArray("lines").getArray(), (String[])
                                row.getArray("sentences").getArray())))
                .list()
                .stream()
                .sorted(Comparator.comparing(Remarks::kind))
                .toList();
    }

    private static List<ImportReport.Refusal> lines(Long[] lines, String[] sentences) {
        return IntStream.range(0, lines.length)
                .mapToObj(rank -> new ImportReport.Refusal(lines[rank], sentences[rank]))
                .toList();
    }

    /// In a list, contradictions are counted and nothing else is told.
    private static ImportRun run(ResultSet row, int number) throws SQLException {
        var contradicted = row.getInt("contradicted");
        return run(
                row,
                List.of(),
                contradicted == 0
                        ? List.of()
                        : List.of(new Remarks(Remarks.Kind.CONTRADICTION, contradicted, List.of())));
    }

    private static ImportRun run(ResultSet row, List<ImportReport.Refusal> refusals, List<Remarks> remarks)
            throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ImportRun(
                row.getObject("id", UUID.class),
                ImportKind.valueOf(row.getString("kind")),
                row.getString("file"),
                row.getString("asked_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                ImportRun.State.valueOf(row.getString("state")),
                row.getLong("bytes_read"),
                row.getLong("bytes"),
                report(row, refusals, remarks),
                row.getString("sentence"),
                row.getBoolean("close_missing"),
                row.getBoolean("dry"),
                row.getObject("preview", UUID.class),
                row.getObject("undoes", UUID.class));
    }

    private static ImportReport report(ResultSet row, List<ImportReport.Refusal> refusals, List<Remarks> remarks)
            throws SQLException {
        return new ImportReport(
                row.getInt("rows"),
                row.getInt("created"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("closed"),
                row.getInt("missing"),
                row.getInt("merged"),
                row.getInt("merged_rows"),
                row.getInt("unknown"),
                row.getInt("rejected"),
                refusals,
                remarks,
                row.getString("sentence"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
