package fr.preau.contribution;

import fr.preau.consultation.ConsultationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `contribution.author`.
@Repository
class AuthorRepository {
    private final JdbcClient jdbc;

    AuthorRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Author author) {
        jdbc.sql("insert into contribution.author (contribution_id, key, mail, at) values (:id, :key, :mail, :at)")
                .param("id", author.contribution().value())
                .param("key", author.key())
                .param("mail", author.mail())
                .param("at", ReportRepository.at(author.at()))
                .update();
    }

    Optional<Author> of(ContributionId contribution) {
        return jdbc.sql("select * from contribution.author where contribution_id = ?")
                .param(contribution.value())
                .query((row, _) -> author(row))
                .optional();
    }

    Optional<Author> behind(String key) {
        return jdbc.sql("select * from contribution.author where key = ?")
                .param(key)
                .query((row, _) -> author(row))
                .optional();
    }

    List<Author> writtenBy(String mail) {
        return jdbc.sql("select * from contribution.author where mail = ? order by at")
                .param(mail)
                .query((row, _) -> author(row))
                .list();
    }

    /// The addresses of those whose published contributions of a consultation wait to be told of, after this one.
    List<String> waiting(ConsultationId consultation, String after, int most) {
        return jdbc.sql("select distinct a.mail " + WAITING + " and a.mail > :after order by a.mail limit :most")
                .param("consultation", consultation.value())
                .param("after", after)
                .param("most", most)
                .query((row, _) -> row.getString("mail"))
                .list();
    }

    /// What this address waits to be told of.
    List<Author> waiting(ConsultationId consultation, String mail) {
        return jdbc.sql("select a.* " + WAITING + " and a.mail = :mail order by c.number")
                .param("consultation", consultation.value())
                .param("mail", mail)
                .query((row, _) -> author(row))
                .list();
    }

    private static final String WAITING = """
            from contribution.author a join contribution.contribution c on c.id = a.contribution_id
            where c.consultation_id = :consultation and c.state = 'PUBLISHED'
            """;

    void forgetMail(String mail) {
        jdbc.sql("update contribution.author set mail = null where mail = ?")
                .param(mail)
                .update();
    }

    void forgetMail(ContributionId contribution) {
        jdbc.sql("update contribution.author set mail = null where contribution_id = ?")
                .param(contribution.value())
                .update();
    }

    int due(Instant before) {
        return jdbc.sql("select count(*)::int from contribution.author where at < ?")
                .param(ReportRepository.at(before))
                .query(Integer.class)
                .single();
    }

    int forget(Instant before, int most) {
        return jdbc.sql("""
                        delete from contribution.author where contribution_id = any(array(
                            select contribution_id from contribution.author where at < ? limit ? for update skip locked))
                        """).params(ReportRepository.at(before), most).update();
    }

    private static Author author(ResultSet row) throws SQLException {
        return new Author(
                new ContributionId(row.getObject("contribution_id", UUID.class)),
                row.getString("key"),
                row.getString("mail"),
                Objects.requireNonNull(ReportRepository.instant(row, "at")));
    }
}
