package fr.preau.account;

import fr.preau.retention.Kept;
import fr.preau.web.French;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module itself keeps about a person.
@Component
@Order(0)
class OwnRecords implements AccountRecords {
    private final JdbcClient sql;
    private final RoleRepository roles;
    private final Roles names;

    OwnRecords(JdbcClient sql, RoleRepository roles, Roles names) {
        this.sql = sql;
        this.roles = roles;
        this.names = names;
    }

    @Override
    public List<Kept> about(Person person) {
        return List.of(
                new Kept("Mon compte", List.of(account(person))),
                new Kept("Mes rôles", roles(person)),
                new Kept(
                        "Demandes et invitations",
                        Stream.concat(requests(person), invitations(person)).toList()),
                new Kept("Journal des rôles", journal(person)),
                new Kept("Journal des autres actes", acts(person)));
    }

    private SequencedMap<String, String> account(Person person) {
        return sql.sql("select created_at, last_seen from account.person where id = ?")
                .param(person.id().value())
                .query((row, _) -> Kept.entry(
                        "Nom",
                        person.name(),
                        "Adresse",
                        person.mail(),
                        "Compte créé",
                        Dates.day(row.getObject("created_at", OffsetDateTime.class)
                                .toInstant()),
                        "Dernière connexion",
                        French.day(row.getObject("last_seen", LocalDate.class))))
                .single();
    }

    private List<SequencedMap<String, String>> roles(Person person) {
        return roles.viewer(person.id().value()).stream()
                .flatMap(viewer -> viewer.roles().stream())
                .map(role -> Kept.entry("Rôle", names.named(role)))
                .toList();
    }

    private Stream<SequencedMap<String, String>> requests(Person person) {
        return sql
                .sql("select role, uai, asked_at from account.staff_request where person_id = ? order by asked_at")
                .param(person.id().value())
                .query((row, _) -> Kept.entry(
                        "Demande",
                        Roles.name(row.getString("role")),
                        "Établissement",
                        row.getString("uai"),
                        "Faite",
                        day(row.getObject("asked_at", OffsetDateTime.class))))
                .list()
                .stream();
    }

    private Stream<SequencedMap<String, String>> invitations(Person person) {
        return sql
                .sql("select role, invited_at from account.invitation where mail = ? order by invited_at")
                .param(person.mail())
                .query((row, _) -> Kept.entry(
                        "Invitation",
                        Roles.name(row.getString("role")),
                        "Reçue",
                        day(row.getObject("invited_at", OffsetDateTime.class))))
                .list()
                .stream();
    }

    private List<SequencedMap<String, String>> journal(Person person) {
        return sql.sql("""
                        select at, action, role, place_name from account.journal
                        where actor_id = :id or subject_id = :id or subject_mail = :mail order by id desc limit 500
                        """)
                .param("id", person.id().value())
                .param("mail", person.mail())
                .query((row, _) -> Kept.entry(
                        "Action",
                        JournalEntry.Action.valueOf(row.getString("action")).french(),
                        "Rôle",
                        Roles.name(row.getString("role")),
                        "Lieu",
                        row.getString("place_name"),
                        "Date",
                        Dates.moment(row.getObject("at", OffsetDateTime.class).toInstant())))
                .list();
    }

    private List<SequencedMap<String, String>> acts(Person person) {
        return sql.sql("select at, act, about, reason from account.act where actor_id = ? order by id desc limit 500")
                .param(person.id().value())
                .query((row, _) -> Kept.entry(
                        "Acte",
                        row.getString("act"),
                        "À propos de",
                        row.getString("about"),
                        "Raison",
                        row.getString("reason"),
                        "Date",
                        Dates.moment(row.getObject("at", OffsetDateTime.class).toInstant())))
                .list();
    }

    private static String day(OffsetDateTime moment) {
        Instant instant = moment.toInstant();
        return Dates.day(instant);
    }
}
