package fr.preau.registration;

import fr.preau.event.EventId;
import fr.preau.territory.Uai;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What schools booked, school by school, to be counted by place.
@Component
public class BookingFigures {
    private final JdbcClient jdbc;

    BookingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A class booked on several sessions counts once, with the most pupils it was told to have. `told` must not be
    /// shown as it is: see [GirlsTold#isSafe].
    public record OfSchool(Uai school, int classes, int pupils, GirlsTold told) {}

    /// The schools that have a class on a seat of these events.
    public List<OfSchool> bySchool(Collection<EventId> events) {
        return jdbc.sql("""
                        with class as (
                            select uai, max(pupils) as pupils,
                                   (array_agg(pupils order by created_at desc) filter (where girls is not null))[1] as told,
                                   (array_agg(girls order by created_at desc) filter (where girls is not null))[1] as girls
                              from registration.registration
                             where event_id = any (?) and kind = 'CLASS' and cancelled_at is null
                             group by uai, registration.same(class_name)
                        )
                        select uai, count(*) as classes, sum(pupils) as pupils,
                               count(told) as told_classes, coalesce(sum(told), 0) as told, coalesce(sum(girls), 0) as girls
                          from class
                         group by uai
                        """)
                .param(events.stream().map(EventId::value).toArray(UUID[]::new))
                .query((row, _) -> new OfSchool(
                        new Uai(row.getString("uai")),
                        row.getInt("classes"),
                        row.getInt("pupils"),
                        new GirlsTold(row.getInt("told_classes"), row.getInt("told"), row.getInt("girls"))))
                .list();
    }
}
