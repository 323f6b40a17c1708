package fr.preau.consultation;

import fr.preau.web.LinkKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Parties and the people in them. Who writes a seat holds the session first ([SessionRepository#hold]).
@Repository
class PartyRepository {
    private static final String PEOPLE = """
            select p.*, coalesce(n.needs, '') needs from consultation.participant p
            left join consultation.access_need n on n.participant_id = p.id
            """;

    private final JdbcClient jdbc;

    PartyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Party> findByKey(String key) {
        return jdbc.sql("select * from consultation.party where link_key = ?")
                .param(key)
                .query((row, _) -> party(row))
                .optional();
    }

    Optional<Party> findByMail(SessionId session, String mail) {
        return jdbc.sql("select * from consultation.party where session_id = ? and mail = ?")
                .params(session.value(), mail)
                .query((row, _) -> party(row))
                .optional();
    }

    /// Parties of a session that can still be written to.
    List<Party> of(SessionId session) {
        var people = people(session).stream().collect(Collectors.groupingBy(Participant::party));
        return jdbc.sql(
                        "select * from consultation.party where session_id = ? and mail is not null order by created_at, id")
                .param(session.value())
                .query((row, _) -> party(row, people.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    /// Everyone of a session, withdrawn people included, in the order of their pseudonyms.
    List<Participant> people(SessionId session) {
        return jdbc.sql(PEOPLE + "where p.session_id = ? order by p.pseudonym")
                .param(session.value())
                .query((row, _) -> participant(row))
                .list();
    }

    int count(SessionId session) {
        return jdbc.sql(
                        "select count(*)::int from consultation.participant where session_id = ? and state = 'REGISTERED'")
                .param(session.value())
                .query(Integer.class)
                .single();
    }

    /// Seats taken, by workshop.
    Map<WorkshopId, Integer> taken(SessionId session) {
        return jdbc
                .sql("""
                        select workshop_id, count(*)::int taken from consultation.participant
                        where session_id = ? and workshop_id is not null group by workshop_id
                        """)
                .param(session.value())
                .query((row, _) -> Map.entry(workshop(row, "workshop_id"), row.getInt("taken")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// One that can still be written to.
    Optional<Party> find(UUID party) {
        return jdbc.sql("select * from consultation.party where id = ? and mail is not null")
                .param(party)
                .query((row, _) -> party(row))
                .optional();
    }

    /// Whether this form was already received, and who came by it still comes.
    boolean knows(UUID form) {
        return jdbc.sql("select exists (select from consultation.participant where form = ?)")
                .param(form)
                .query(Boolean.class)
                .single();
    }

    void insert(Party party, Instant now) {
        jdbc.sql("insert into consultation.party (id, session_id, mail, link_key, created_at) values (?, ?, ?, ?, ?)")
                .params(
                        party.id(),
                        party.session().value(),
                        Objects.requireNonNull(party.mail()),
                        party.key(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void insert(SessionId session, Participant person, UUID form, Instant now) {
        jdbc.sql("""
                        insert into consultation.participant
                            (id, party_id, session_id, pseudonym, called, category, wishes, created_at, form)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        person.id(),
                        person.party(),
                        session.value(),
                        person.pseudonym(),
                        person.called(),
                        person.category().name(),
                        array(person.wishes()),
                        now.atOffset(ZoneOffset.UTC),
                        form)
                .update();
        writeNeeds(person.id(), person.needs());
    }

    void change(Participant person) {
        jdbc.sql(
                        "update consultation.participant set called = ?, category = ?, wishes = ?, lock = lock + 1 where id = ?")
                .params(person.called(), person.category().name(), array(person.wishes()), person.id())
                .update();
        writeNeeds(person.id(), person.needs());
    }

    /// Their form is forgotten: sent again, it registers again.
    void withdraw(UUID person) {
        jdbc.sql("""
                        update consultation.participant
                        set state = 'WITHDRAWN', workshop_id = null, rank = null, form = gen_random_uuid(), lock = lock + 1
                        where id = ? and state = 'REGISTERED'
                        """).param(person).update();
        writeNeeds(person, "");
    }

    /// A free seat, taken by who wants it.
    void choose(UUID person, WorkshopId workshop, @Nullable Integer rank) {
        seat(person, workshop, rank);
        jdbc.sql("update consultation.participant set chosen = true where id = ? and state = 'REGISTERED'")
                .param(person)
                .update();
    }

    void seat(UUID person, @Nullable WorkshopId workshop, @Nullable Integer rank) {
        jdbc.sql("""
                        update consultation.participant set workshop_id = :workshop::uuid, rank = :rank::int, chosen = false, lock = lock + 1
                        where id = :id and state = 'REGISTERED'
                        """)
                .param("workshop", workshop == null ? null : workshop.value())
                .param("rank", rank)
                .param("id", person)
                .update();
    }

    /// Nothing is left that tells whose the pseudonyms are: the link is replaced by one nobody was given, and only its
    /// digest says that it once opened something. False when it was forgotten before.
    boolean forget(Party party, LocalDate today) {
        var forgotten =
                jdbc.sql("update consultation.party set mail = null, link_key = ? where id = ? and mail is not null")
                                .params(LinkKey.fresh(), party.id())
                                .update()
                        == 1;
        if (forgotten) {
            jdbc.sql("insert into consultation.erased_link (digest, erased_on) values (?, ?) on conflict do nothing")
                    .params(Sha256.of(party.key()), today)
                    .update();
            forgetPeople(party.id());
        }
        return forgotten;
    }

    /// Whether what this key opened was erased.
    boolean isErased(String key) {
        return jdbc.sql("select exists (select from consultation.erased_link where digest = ?)")
                .param(Sha256.of(key))
                .query(Boolean.class)
                .single();
    }

    int countErasedLinks(LocalDate before) {
        return jdbc.sql("select count(*)::int from consultation.erased_link where erased_on < ?")
                .param(before)
                .query(Integer.class)
                .single();
    }

    int forgetErasedLinks(LocalDate before, int most) {
        return jdbc.sql("""
                        delete from consultation.erased_link where digest = any(array(
                            select digest from consultation.erased_link where erased_on < ? limit ? for update skip locked))
                        """).params(before, most).update();
    }

    private void forgetPeople(UUID party) {
        jdbc.sql("""
                        delete from consultation.access_need
                        where participant_id in (select id from consultation.participant where party_id = ?)
                        """).param(party).update();
        jdbc.sql("update consultation.participant set called = '' where party_id = ?")
                .param(party)
                .update();
    }

    private void writeNeeds(UUID person, String needs) {
        if (needs.isEmpty()) {
            jdbc.sql("delete from consultation.access_need where participant_id = ?")
                    .param(person)
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into consultation.access_need (participant_id, needs) values (?, ?)
                        on conflict (participant_id) do update set needs = excluded.needs
                        """).params(person, needs).update();
    }

    private Party party(ResultSet row) throws SQLException {
        var people = jdbc.sql(PEOPLE + "where p.party_id = ? order by p.created_at, p.id")
                .param(row.getObject("id", UUID.class))
                .query((person, _) -> participant(person))
                .list();
        return party(row, people);
    }

    private static Party party(ResultSet row, List<Participant> people) throws SQLException {
        return new Party(
                row.getObject("id", UUID.class),
                new SessionId(row.getObject("session_id", UUID.class)),
                row.getString("mail"),
                row.getString("link_key"),
                people);
    }

    private static Participant participant(ResultSet row) throws SQLException {
        var seat = row.getObject("workshop_id", UUID.class);
        return new Participant(
                row.getObject("id", UUID.class),
                row.getObject("party_id", UUID.class),
                row.getString("pseudonym"),
                row.getString("called"),
                Category.valueOf(row.getString("category")),
                wishes(row.getArray("wishes")),
                seat == null ? null : new WorkshopId(seat),
                row.getObject("rank", Integer.class),
                row.getBoolean("chosen"),
                row.getString("state").equals("WITHDRAWN"),
                row.getString("needs"),
                row.getInt("lock"));
    }

    private static List<WorkshopId> wishes(Array array) throws SQLException {
        return Arrays.stream((UUID[]) array.getArray()).map(WorkshopId::new).toList();
    }

    private static UUID[] array(List<WorkshopId> wishes) {
        return wishes.stream().map(WorkshopId::value).toArray(UUID[]::new);
    }

    private static WorkshopId workshop(ResultSet row, String column) throws SQLException {
        return new WorkshopId(row.getObject(column, UUID.class));
    }

    /// Of sessions over for `days`, oldest first: those whose address is still there.
    List<Party> over(LocalDate before, int most) {
        return jdbc.sql("""
                        select p.* from consultation.party p join consultation.session s on s.id = p.session_id
                        where p.mail is not null and s.day < ? order by s.day, p.id limit ? for update of p skip locked
                        """)
                .params(before, most)
                .query((row, _) -> party(row, List.of()))
                .list();
    }

    int countOver(LocalDate before) {
        return jdbc.sql("""
                        select count(*)::int from consultation.party p
                        join consultation.session s on s.id = p.session_id where p.mail is not null and s.day < ?
                        """).param(before).query(Integer.class).single();
    }
}
