package fr.preau.synthesis;

import fr.preau.account.PersonId;
import fr.preau.consultation.ConsultationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `synthesis.publication` and the rows it froze.
@Repository
class PublicationRepository {
    private static final String PUBLICATION = """
            select id, consultation_id, number, revision, day, licence, digest, published_by, withdrawn
            from synthesis.publication
            """;

    private final JdbcClient database;

    PublicationRepository(JdbcClient database) {
        this.database = database;
    }

    /// A settled synthesis whose sources below changed or are about to: what was published of it would lead nowhere.
    boolean anyAstray(ConsultationId consultation) {
        return database.sql("""
                        select exists (select from synthesis.item i
                            join synthesis.disposition d on d.item_id = i.id
                            join synthesis.synthesis y on y.id = i.synthesis_id
                            where y.consultation_id = :id and y.state in ('VALIDATED', 'PUBLISHED')
                                and i.source_kind = 'STATEMENT' and %s)
                        """.formatted(ItemRows.STALE))
                .param("id", consultation.value())
                .query(Boolean.class)
                .single();
    }

    /// Keeps every synthesis of the consultation from changing until the transaction ends.
    void lockAll(ConsultationId consultation) {
        database.sql("select id from synthesis.synthesis where consultation_id = :id order by id for update")
                .param("id", consultation.value())
                .query(UUID.class)
                .list();
    }

    void add(UUID id, ConsultationId consultation, LocalDate day, String licence, PersonId by) {
        database.sql("""
                        insert into synthesis.publication (id, consultation_id, number, day, licence, digest, published_by)
                        select :id, :consultation, coalesce(max(number), 0) + 1, :day, :licence, repeat('0', 64), :by
                        from synthesis.publication where consultation_id = :consultation
                        """)
                .param("id", id)
                .param("consultation", consultation.value())
                .param("day", day)
                .param("licence", licence)
                .param("by", by.value())
                .update();
    }

    /// Copies what is settled: syntheses, then what each dealt with; what is counted is counted afterwards.
    void freeze(UUID id, ConsultationId consultation) {
        for (var sql : FREEZING) {
            database.sql(sql)
                    .params(Map.of("id", id, "consultation", consultation.value()))
                    .update();
        }
    }

    private static final List<String> FREEZING = List.of("""
            insert into synthesis.published_synthesis (publication_id, synthesis_id, level, territory, theme, received,
                taken_up, set_aside)
            select :id, y.id, y.level, y.territory, y.theme, 0, 0, 0
            from synthesis.synthesis y
            where y.consultation_id = :consultation and y.state in ('VALIDATED', 'PUBLISHED')
            """, """
            insert into synthesis.published_item (publication_id, item_id, synthesis_id, seq, piece, source_kind,
                source_id, version, reference, nature, text, territory, workshop_id, day, outcome, reason, sentence,
                duplicate_of, sent_to, withdrawn)
            select :id, i.id, i.synthesis_id, i.seq, i.piece, i.source_kind, i.source_id, v.version, i.reference,
                v.nature, case when i.withdrawn is null then v.text else '' end, v.territory, v.workshop_id, v.day,
                d.outcome, d.reason, d.sentence, d.duplicate_of, d.sent_to, i.withdrawn
            from synthesis.published_synthesis p
            join synthesis.item i on i.synthesis_id = p.synthesis_id
            join synthesis.disposition d on d.item_id = i.id
            join synthesis.item_version v on v.item_id = i.id and v.version = d.item_version
            where p.publication_id = :id and cast(:consultation as uuid) is not null
            """, """
            insert into synthesis.published_objection (publication_id, objection_id, item_id, against, words, made_on,
                outcome, answer, answered_on)
            select :id, o.id, o.item_id, o.against, o.words, o.made_on, o.outcome, o.answer, o.answered_on
            from synthesis.published_item i join synthesis.objection o on o.item_id = i.item_id
            where i.publication_id = :id and o.outcome is not null and cast(:consultation as uuid) is not null
            """);

    void addStatement(UUID id, Statement statement) {
        database.sql("""
                        insert into synthesis.published_statement (publication_id, statement_id, version, synthesis_id,
                            position, kind, text, own_addition, contributions, workshops, departements)
                        values (:id, :statement, :version, :synthesis, :position, :kind, :text, :own, 0, 0, 0)
                        """)
                .param("id", id)
                .param("statement", statement.id().value())
                .param("version", statement.version())
                .param("synthesis", statement.synthesis().value())
                .param("position", statement.position())
                .param("kind", statement.kind().name())
                .param("text", statement.text())
                .param("own", statement.ownAddition())
                .update();
    }

    /// Once the statements are there.
    void addLinks(UUID id) {
        database.sql("""
                        insert into synthesis.published_link (publication_id, statement_id, item_id, kind)
                        select :id, s.statement_id, l.item_id, l.kind
                        from synthesis.published_statement s
                        join synthesis.source_link l
                            on l.statement_id = s.statement_id and l.statement_version = s.version
                        join synthesis.published_item i on i.publication_id = :id and i.item_id = l.item_id
                        where s.publication_id = :id
                        """).param("id", id).update();
        // Tens of thousands of rows that PostgreSQL knows nothing of yet: it would read them as if they were a few.
        database.sql("analyze synthesis.published_item, synthesis.published_link, synthesis.published_statement")
                .update();
    }

    void addFile(UUID id, PublishedFile file) {
        database.sql("""
                        insert into synthesis.published_file (publication_id, name, media_type, digest, size, bytes)
                        values (:id, :name, :type, :digest, :size, :bytes)
                        """)
                .param("id", id)
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("digest", file.digest())
                .param("size", file.size())
                .param("bytes", file.bytes())
                .update();
    }

    void seal(UUID id, String digest) {
        database.sql("update synthesis.publication set digest = :digest where id = :id")
                .param("digest", digest)
                .param("id", id)
                .update();
    }

    /// The syntheses that it shows are published, those that were already included.
    void markPublished(UUID id) {
        database.sql("""
                        update synthesis.synthesis y set state = 'PUBLISHED', lock = lock + 1
                        from synthesis.published_synthesis p
                        where p.publication_id = :id and y.id = p.synthesis_id and y.state = 'VALIDATED'
                        """).param("id", id).update();
    }

    Optional<Publication> find(UUID id) {
        return database.sql(PUBLICATION + "where id = :id")
                .param("id", id)
                .query((row, _) -> publication(row))
                .optional();
    }

    Optional<Publication> find(ConsultationId consultation, int number) {
        return database.sql(PUBLICATION + "where consultation_id = :id and number = :number")
                .param("id", consultation.value())
                .param("number", number)
                .query((row, _) -> publication(row))
                .optional();
    }

    /// The latest first.
    List<Publication> of(ConsultationId consultation) {
        return database.sql(PUBLICATION + "where consultation_id = :id order by number desc")
                .param("id", consultation.value())
                .query((row, _) -> publication(row))
                .list();
    }

    /// By name; the bytes are left in the database.
    List<PublishedFile> files(UUID id) {
        return database.sql("""
                        select name, media_type, digest, size from synthesis.published_file
                        where publication_id = :id order by name
                        """)
                .param("id", id)
                .query((row, _) -> new PublishedFile(
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getString("digest"),
                        row.getInt("size"),
                        new byte[0]))
                .list();
    }

    /// Empty when there is none, or when its bytes had to go.
    Optional<PublishedFile> file(UUID id, String name) {
        return database.sql("""
                        select * from synthesis.published_file
                        where publication_id = :id and name = :name and bytes is not null
                        """)
                .param("id", id)
                .param("name", name)
                .query((row, _) -> new PublishedFile(
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getString("digest"),
                        row.getInt("size"),
                        row.getBytes("bytes")))
                .optional();
    }

    private static Publication publication(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Publication(
                row.getObject("id", UUID.class),
                new ConsultationId(row.getObject("consultation_id", UUID.class)),
                row.getInt("number"),
                row.getInt("revision"),
                row.getObject("day", LocalDate.class),
                row.getString("licence"),
                row.getString("digest"),
                new PersonId(row.getObject("published_by", UUID.class)),
                row.getString("withdrawn"));
    }
}
