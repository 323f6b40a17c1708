package fr.preau.registration;

import fr.preau.account.PersonId;
import fr.preau.territory.Uai;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What classes booked, for their teacher and their school.
@Repository
class BookingRepository {
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    BookingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Registration> of(PersonId teacher) {
        return jdbc.sql("""
                        select * from registration.registration
                        where person_id = ? and kind = 'CLASS' and cancelled_at is null
                        order by created_at desc limit ?
                        """)
                .param(teacher.value())
                .param(MOST)
                .query(RegistrationRepository::registration)
                .list();
    }

    /// Everything that names this teacher, cancelled or not.
    List<Registration> naming(PersonId teacher) {
        return jdbc.sql("""
                        select * from registration.registration
                        where person_id = ? and kind = 'CLASS' and purged_at is null order by created_at desc limit ?
                        """)
                .param(teacher.value())
                .param(MOST)
                .query(RegistrationRepository::registration)
                .list();
    }

    List<Registration> of(Uai school) {
        return jdbc.sql("""
                        select * from registration.registration
                        where uai = ? and kind = 'CLASS' and cancelled_at is null
                        order by created_at desc limit ?
                        """)
                .param(school.value())
                .param(MOST)
                .query(RegistrationRepository::registration)
                .list();
    }

    /// Pupils who registered by themselves and chose to name their school; then, over the classes whose teacher said
    /// how many girls they count, these classes, their pupils and their girls.
    SchoolFigures figures(Uai school) {
        return jdbc.sql("""
                        select count(*) filter (where kind = 'PUPIL')::int as alone,
                            count(distinct registration.same(class_name)) filter (where girls is not null)::int as classes,
                            coalesce(sum(pupils) filter (where girls is not null), 0)::int as pupils,
                            coalesce(sum(girls), 0)::int as girls
                        from registration.registration
                        where uai = ? and cancelled_at is null
                        """).param(school.value()).query(SchoolFigures.class).single();
    }
}
