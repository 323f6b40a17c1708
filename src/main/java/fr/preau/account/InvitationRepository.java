package fr.preau.account;

import fr.preau.territory.Territories;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvitationRepository {
    private static final String OPEN = " used_at is null and not withdrawn and expires_at > :now ";

    private final JdbcClient sql;
    private final Territories territories;

    InvitationRepository(JdbcClient sql, Territories territories) {
        this.sql = sql;
        this.territories = territories;
    }

    void add(Invitation invitation, SecretKey key, Instant now) {
        var row = RoleRow.of(invitation.role());
        sql.sql("""
                        insert into account.invitation
                            (id, hash, mail, role, place, invited_by, invited_at, expires_at)
                        values (:id, :hash, :mail, :role, :place, :by, :now, :expires)
                        on conflict (id) do nothing
                        """)
                .param("id", invitation.id())
                .param("hash", key.hash())
                .param("mail", invitation.mail())
                .param("role", row.role())
                .param("place", row.place())
                .param("by", invitation.invitedBy().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", invitation.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Whether this form was received already.
    boolean exists(UUID id) {
        return sql.sql("select exists (select from account.invitation where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Optional<Invitation> find(String key, Instant now) {
        return open("hash = :hash", now)
                .param("hash", SecretKey.hash(key))
                .query(this::invitation)
                .optional();
    }

    Optional<Invitation> find(UUID id, Instant now) {
        return open("id = :id", now).param("id", id).query(this::invitation).optional();
    }

    List<Invitation> to(String mail, Instant now) {
        return open("mail = :mail", now)
                .param("mail", mail)
                .query(this::invitation)
                .list();
    }

    List<Invitation> toRole(Role role, Instant now) {
        return open("role = :role and place = :place", now)
                .param("role", RoleRow.of(role).role())
                .param("place", RoleRow.of(role).place())
                .query(this::invitation)
                .list();
    }

    List<Invitation> by(PersonId person, Instant now) {
        return open("invited_by = :by and role <> 'MEMBER'", now)
                .param("by", person.value())
                .query(this::invitation)
                .list();
    }

    /// False when it was used, withdrawn or expired meanwhile.
    boolean use(UUID id, Instant now) {
        return sql.sql("update account.invitation set used_at = :now where id = :id and" + OPEN)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean withdraw(UUID id, Instant now) {
        return sql.sql("update account.invitation set withdrawn = true where id = :id and" + OPEN)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec open(String which, Instant now) {
        return sql.sql("select * from account.invitation where " + which + " and" + OPEN + "order by invited_at, id")
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    private Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("mail"),
                new RoleRow(row.getString("role"), row.getString("place")).toRole(territories),
                new PersonId(row.getObject("invited_by", UUID.class)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
