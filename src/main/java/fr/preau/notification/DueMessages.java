package fr.preau.notification;

import static fr.preau.notification.MessageRepository.timestamp;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The messages whose turn it is. Each is taken for as long as the lease, and for no domain more than there is room; a
/// lease left by a crash ends and the message is taken again. Rows that another worker is taking are skipped: none is
/// taken twice.
@Repository
class DueMessages {
    /// Reads the first of each rank and no further: forty thousand letters to a domain that takes no more for now
    /// would be read at each look. They are asked for by their identifiers, and the state in other words than the
    /// indexes': when they came suddenly, PostgreSQL takes those indexes for empty, and would read them whole.
    private static final String FIRST = """
            with due as materialized (
                select found.* from (values (0), (1), (2), (3)) as rank (priority)
                cross join lateral (
                    select id, domain, priority, coalesce(next_attempt_at, created_at) as turn
                    from notification.message
                    where id = any(array(
                            select id from notification.message
                            where state in ('WAITING', 'SENDING') and priority = rank.priority
                            order by coalesce(next_attempt_at, created_at)
                            limit 200))
                        and state not in ('SENT', 'FAILED') and (next_attempt_at is null or next_attempt_at <= :now)
                        and domain <> all(:full)
                        and (rank.priority < :ordinary or domain <> all(:fullForOrdinary))
                    order by coalesce(next_attempt_at, created_at)
                    limit :limit
                    for update skip locked) as found
                limit :limit
            )""";

    /// Goes from domain to domain, from one to the next by the index, and stops once there is enough.
    private static final String BEHIND = """
            with recursive waiting (domain) as (
                select min(domain collate "C") from notification.message
                where state in ('WAITING', 'SENDING') and domain collate "C" > :after
                union all
                select (select min(next.domain collate "C") from notification.message next
                        where next.state in ('WAITING', 'SENDING') and next.domain collate "C" > waiting.domain)
                from waiting where domain is not null
            ), due as materialized (
                select found.* from waiting
                cross join lateral (
                    select id, domain, priority, coalesce(next_attempt_at, created_at) as turn
                    from notification.message
                    where state in ('WAITING', 'SENDING') and domain collate "C" = waiting.domain
                        and priority < case when waiting.domain = any(:fullForOrdinary) then :ordinary else 4 end
                        and coalesce(next_attempt_at, created_at) <= :now
                    order by priority, coalesce(next_attempt_at, created_at)
                    limit least(:usual, :limit)
                    for update skip locked) as found
                where waiting.domain <> all(:full)
                limit :limit
            )""";

    private static final String TAKE = """
            , placed as (
                select id, row_number() over (partition by domain order by priority, turn) as place,
                    case when priority < :ordinary then letters else least(letters, ordinary) end as room
                from due left join unnest(:domains, :letters, :ordinaryLetters)
                    as room (domain, letters, ordinary) using (domain)
            )
            update notification.message
            set state = 'SENDING', attempts = attempts + 1, next_attempt_at = :leaseEnd, held_by = :holder
            from placed where message.id = placed.id and place <= coalesce(room, :usual)
            returning message.*
            """;

    private final JdbcClient db;

    DueMessages(JdbcClient db) {
        this.db = db;
    }

    /// Up to `limit` of those that come first, rank by rank.
    List<Message> first(UUID holder, Instant now, Duration lease, int limit, Room room) {
        return taken(statement(FIRST, holder, now, lease, limit, room));
    }

    /// Up to `limit` of those that stand behind a full domain's, from the first domain after `after` on, in the order
    /// of domains: fewer say that the last one was reached.
    List<Message> behind(UUID holder, Instant now, Duration lease, int limit, Room room, String after) {
        return taken(statement(BEHIND, holder, now, lease, limit, room).param("after", after));
    }

    private JdbcClient.StatementSpec statement(
            String due, UUID holder, Instant now, Duration lease, int limit, Room room) {
        return db.sql(due + TAKE)
                .param("now", timestamp(now))
                .param("ordinary", Kind.Priority.ORDINARY.rank())
                .param("usual", room.usual())
                .param("full", room.full())
                .param("fullForOrdinary", room.fullForOrdinary())
                .param("domains", room.domains())
                .param("letters", room.letters())
                .param("ordinaryLetters", room.ordinary())
                .param("limit", limit)
                .param("leaseEnd", timestamp(now.plus(lease)))
                .param("holder", holder);
    }

    private static List<Message> taken(JdbcClient.StatementSpec statement) {
        return statement.query(MessageRepository::message).list().stream()
                .sorted(Comparator.comparing((Message message) -> message.kind().priority())
                        .thenComparing(Message::createdAt))
                .toList();
    }
}
