package fr.preau.synthesis;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `synthesis.revision`, what each is without, and the digests of files that are gone.
@Repository
class RevisionRepository {
    private final JdbcClient database;

    RevisionRepository(JdbcClient database) {
        this.database = database;
    }

    /// Publications where these words still stand.
    List<UUID> showing(Leaving leaving) {
        return bound(leaving, """
                        select distinct i.publication_id from synthesis.published_item i
                        where %s and i.withdrawn is null order by i.publication_id
                        """)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// A new revision, whose files are to be made; the one that still waits for its own takes this in.
    void open(UUID publication, LocalDate day) {
        database.sql("""
                        update synthesis.publication p set revision = revision + 1, digest = repeat('0', 64)
                        where id = :id and exists (select from synthesis.revision r
                            where r.publication_id = p.id and r.revision = p.revision and r.digest is not null)
                        """).param("id", publication).update();
        insert(publication, day);
    }

    /// The present revision of this publication, when it has no row yet.
    void insert(UUID publication, LocalDate day) {
        database.sql("""
                        insert into synthesis.revision (publication_id, revision, day)
                        select id, revision, :day from synthesis.publication where id = :id on conflict do nothing
                        """).param("id", publication).param("day", day).update();
    }

    /// The words leave the rows of a publication; the reference, the links and the reason stay.
    void strip(UUID publication, Leaving leaving) {
        database.sql("""
                        insert into synthesis.removal (publication_id, revision, source_id, reference, reason)
                        select id, revision, :contribution, :reference, :reason from synthesis.publication where id = :id
                        on conflict do nothing
                        """)
                .param("id", publication)
                .param("contribution", leaving.contribution())
                .param("reference", leaving.reference())
                .param("reason", leaving.reason())
                .update();
        bound(leaving, """
                        update synthesis.published_item i set text = '', withdrawn = :reason
                        where %s and i.publication_id = :id
                        """)
                .param("id", publication)
                .param("reason", leaving.reason())
                .update();
    }

    private JdbcClient.StatementSpec bound(Leaving leaving, String sql) {
        return database.sql(sql.formatted(
                        "i.source_id = :contribution and (cast(:version as int) is null or i.version = :version)"))
                .param("contribution", leaving.contribution())
                .param("version", leaving.version(), java.sql.Types.INTEGER);
    }

    /// The bytes go, the digests stay.
    void retireFiles(UUID publication) {
        database.sql("""
                        insert into synthesis.former_file (publication_id, revision, name, digest, size)
                        select publication_id, :revision, name, digest, size
                        from synthesis.published_file where publication_id = :id on conflict do nothing
                        """)
                .param("id", publication)
                .param("revision", lastFiled(publication))
                .update();
        database.sql("delete from synthesis.published_file where publication_id = :id")
                .param("id", publication)
                .update();
    }

    void seal(UUID publication, int revision, String digest) {
        database.sql("""
                        update synthesis.revision set digest = :digest
                        where publication_id = :id and revision = :revision
                        """)
                .param("digest", digest)
                .param("id", publication)
                .param("revision", revision)
                .update();
    }

    /// Publications whose present files are to be made.
    List<UUID> toFile() {
        return database.sql(
                        "select publication_id from synthesis.revision where digest is null order by publication_id")
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// How many contributions it is without, over all its revisions.
    int removed(UUID publication) {
        return database.sql("select count(*)::int from synthesis.removal where publication_id = :id")
                .param("id", publication)
                .query(Integer.class)
                .single();
    }

    void hold(UUID publication) {
        database.sql("select id from synthesis.publication where id = :id for update")
                .param("id", publication)
                .query(UUID.class)
                .single();
    }

    boolean isFiled(UUID publication) {
        return database.sql("""
                        select exists (select from synthesis.publication p
                            join synthesis.revision r on r.publication_id = p.id and r.revision = p.revision
                            where p.id = :id and r.digest is not null)
                        """).param("id", publication).query(Boolean.class).single();
    }

    int rows(UUID publication) {
        return database.sql("select count(*)::int from synthesis.published_item where publication_id = :id")
                .param("id", publication)
                .query(Integer.class)
                .single();
    }

    /// The latest first.
    List<Revision> of(UUID publication) {
        return database.sql("""
                        select revision, day, digest from synthesis.revision
                        where publication_id = :id order by revision desc
                        """)
                .param("id", publication)
                .query((row, _) -> new Revision(
                        row.getInt("revision"),
                        row.getObject("day", LocalDate.class),
                        row.getString("digest"),
                        removals(publication, row.getInt("revision")),
                        formerFiles(publication, row.getInt("revision"))))
                .list();
    }

    private List<Revision.Removal> removals(UUID publication, int revision) {
        return database.sql("""
                        select reference, reason from synthesis.removal
                        where publication_id = :id and revision = :revision order by reference
                        """)
                .param("id", publication)
                .param("revision", revision)
                .query((row, _) -> new Revision.Removal(row.getString("reference"), row.getString("reason")))
                .list();
    }

    private List<Revision.FormerFile> formerFiles(UUID publication, int revision) {
        return database.sql("""
                        select name, digest, size from synthesis.former_file
                        where publication_id = :id and revision = :revision order by name
                        """)
                .param("id", publication)
                .param("revision", revision)
                .query((row, _) ->
                        new Revision.FormerFile(row.getString("name"), row.getString("digest"), row.getInt("size")))
                .list();
    }

    private int lastFiled(UUID publication) {
        return database.sql("""
                        select coalesce(max(revision), 1) from synthesis.revision
                        where publication_id = :id and digest is not null
                        """).param("id", publication).query(Integer.class).single();
    }

    /// What is counted of a publication, counted anew from what can still be read in it (invariant C5).
    void recount(UUID publication) {
        for (var sql : COUNTING) {
            database.sql(sql).param("id", publication).update();
        }
    }

    private static final List<String> COUNTING = List.of("""
            update synthesis.published_synthesis p
            set received = c.received, taken_up = c.taken_up, set_aside = c.set_aside
            from synthesis.published_synthesis s
            left join lateral (select
                    count(*) filter (where i.piece = 0) as received,
                    count(*) filter (where i.outcome = 'TAKEN_UP') as taken_up,
                    count(*) filter (where i.outcome = 'SET_ASIDE') as set_aside
                from synthesis.published_item i
                where i.publication_id = s.publication_id and i.synthesis_id = s.synthesis_id
                    and i.withdrawn is null) c on true
            where s.publication_id = :id and p.publication_id = s.publication_id and p.synthesis_id = s.synthesis_id
            """, """
            with recursive way (root, statement_id) as (
                select statement_id, statement_id from synthesis.published_statement where publication_id = :id
                union
                select way.root, i.source_id
                from way
                join synthesis.published_link l on l.publication_id = :id and l.statement_id = way.statement_id
                join synthesis.published_item i on i.publication_id = :id and i.item_id = l.item_id
                where i.source_kind = 'STATEMENT' and i.withdrawn is null),
            leaves as (
                select way.root, count(distinct i.source_id) as contributions,
                    count(distinct i.workshop_id) as workshops,
                    count(distinct i.territory) filter (where i.territory like 'DEPARTEMENT-%') as departements
                from way
                join synthesis.published_link l on l.publication_id = :id and l.statement_id = way.statement_id
                join synthesis.published_item i on i.publication_id = :id and i.item_id = l.item_id
                where i.source_kind = 'CONTRIBUTION' and i.withdrawn is null
                group by way.root)
            update synthesis.published_statement p
            set contributions = coalesce(leaves.contributions, 0), workshops = coalesce(leaves.workshops, 0),
                departements = coalesce(leaves.departements, 0)
            from synthesis.published_statement s left join leaves on leaves.root = s.statement_id
            where s.publication_id = :id and p.publication_id = :id and p.statement_id = s.statement_id
            """);
}
