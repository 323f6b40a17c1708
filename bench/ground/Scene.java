package ground;

import java.sql.Connection;
import java.sql.SQLException;

/// What is measured on: one edition open now, twenty-one events with ten sessions each. Session 0 is huge and everyone
/// wants it, 1 to 200 are huge too, 201 has fifty seats.
public final class Scene {
    public static final int SMALL = 201;

    private Scene() {}

    public static String session(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    public static String event(int number) {
        return "00000000-0000-4000-9000-%012d".formatted(number / 10);
    }

    public static String form(int number) {
        return "/evenements/%s/seances/%s/inscription".formatted(event(number), session(number));
    }

    public static void write(Connection database) throws SQLException {
        try (var sql = database.createStatement()) {
            sql.execute("""
                    insert into programme.edition (id, name, first_day, last_day, submissions_open, submissions_close,
                        registrations_open, registrations_close, school_year, kinds, partners, delegated)
                    values ('00000000-0000-4000-a000-000000000000', 'Banc', current_date, current_date + 7,
                        now() - interval '9 days', now() + interval '9 days', now() - interval '9 days',
                        now() + interval '9 days', '2026-2027',
                        (select jsonb_agg(jsonb_build_object('code', 'genre-' || n, 'name', 'Genre ' || n))
                            from generate_series(1, 11) n), '[]', true)
                    """);
            sql.execute("""
                    insert into event.event (id, edition_id, organisation_id, created_by, created_at, state)
                    select ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid,
                        '00000000-0000-4000-a000-000000000000', gen_random_uuid(), gen_random_uuid(), now(), 'PUBLISHED'
                    from generate_series(0, 20) n
                    """);
            sql.execute("""
                    insert into event.listing (event_id, revision, edition_id, organisation_id, organisation_name, title,
                        description, kind, format, audience, departement, commune, place, zone, contact_mail,
                        published_at, updated_at)
                    select id, 1, edition_id, organisation_id, 'Ariège code', 'Comment naît un logiciel',
                        repeat('Une heure pour comprendre comment un programme décide. ', 12), 'visite', 'ON_SITE',
                        '{PUBLIC}', '09', 'Foix', '1 rue de la Paix, 09000 Foix', 'Europe/Paris', 'contact@example.org',
                        now(), now()
                    from event.event
                    """);
            sql.execute("""
                    insert into event.session (id, event_id, starts_at, ends_at, capacity, class_capacity)
                    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
                        ('00000000-0000-4000-9000-' || lpad((n / 10)::text, 12, '0'))::uuid,
                        now() + interval '3 days', now() + interval '74 hours', case n when 201 then 50 else 100000 end,
                        case n when 201 then 26 else 50000 end
                    from generate_series(0, 201) n
                    """);
        }
    }

    /// Seats beyond capacity, or counted and not held, or held and not counted.
    public static int oversold(Connection database) throws SQLException {
        try (var sql = database.createStatement();
                var rows = sql.executeQuery("""
                        select coalesce(sum(greatest(held - capacity, 0) + abs(held - taken)), 0)::int
                        from (select session.capacity, session.taken, (
                                select coalesce(sum(seats), 0) from registration.registration
                                where registration.session_id = session.id and cancelled_at is null) as held
                            from event.session) as counted
                        """)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
