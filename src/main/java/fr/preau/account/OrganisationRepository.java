package fr.preau.account;

import fr.preau.territory.Uai;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrganisationRepository {
    private final JdbcClient sql;

    OrganisationRepository(JdbcClient sql) {
        this.sql = sql;
    }

    List<Organisation> find(Collection<OrganisationId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("select id, name, kind from account.organisation where id in (:ids) order by name, id")
                        .param("ids", ids.stream().map(OrganisationId::value).toList())
                        .query((row, _) -> organisation(row))
                        .list();
    }

    /// An exact name first, and alone.
    List<Organisation> named(String words) {
        var found = sql.sql("""
                        select id, name, kind from account.organisation o
                        where strpos(public.plain(name), public.plain(:words)) > 0
                            and exists (select from account.membership m where m.organisation_id = o.id)
                        order by public.plain(name) <> public.plain(:words), name, id limit 10
                        """)
                .param("words", words)
                .query((row, _) -> organisation(row))
                .list();
        var exact = found.stream()
                .filter(one -> one.name().equalsIgnoreCase(words))
                .toList();
        return exact.isEmpty() ? found : exact;
    }

    Set<OrganisationId> abandoned() {
        return sql.sql("""
                        select id from account.organisation o
                        where not exists (select from account.membership m where m.organisation_id = o.id)
                        """)
                .query((row, _) -> new OrganisationId(row.getObject("id", UUID.class)))
                .set();
    }

    Optional<OrganisationProfile> profile(OrganisationId id) {
        return sql.sql("select * from account.organisation where id = :id")
                .param("id", id.value())
                .query(OrganisationRepository::profile)
                .optional();
    }

    /// Others whose name reads the same, accents, case and punctuation aside.
    List<OrganisationProfile> sameName(String name, OrganisationId but) {
        return sql.sql("""
                        select * from account.organisation
                        where public.plain(name) = public.plain(:name) and id <> :id
                        order by created_at limit 5
                        """)
                .param("name", name)
                .param("id", but.value())
                .query(OrganisationRepository::profile)
                .list();
    }

    /// False when this form was already received, or this school has its organisation.
    boolean add(OrganisationProfile profile, PersonId by, Instant now) {
        return values(profile, """
                                insert into account.organisation
                                    (id, name, kind, commune, departement, site, siren, uai, created_by, created_at)
                                values (:id, :name, :kind, :commune, :departement, :site, :siren, :uai, :by, :now)
                                on conflict do nothing
                                """)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Its kind and its school never change: they decide who may be there.
    void update(OrganisationProfile profile) {
        values(profile, """
                        update account.organisation set name = :name, commune = :commune, departement = :departement,
                            site = :site, siren = :siren,
                            kind = case when uai is null then :kind else kind end
                        where id = :id
                        """).update();
    }

    List<Held> members(OrganisationId id) {
        return sql.sql("""
                        select p.id, p.mail, p.name, m.since
                        from account.membership m join account.person p on p.id = m.person_id
                        where m.organisation_id = :id order by m.since, p.mail
                        """)
                .param("id", id.value())
                .query((row, _) -> new Held(
                        new Person(
                                new PersonId(row.getObject("id", UUID.class)),
                                row.getString("mail"),
                                row.getString("name")),
                        new Role.Member(id),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    private JdbcClient.StatementSpec values(OrganisationProfile profile, String statement) {
        return sql.sql(statement)
                .param("id", profile.id().value())
                .param("name", profile.name())
                .param("kind", profile.kind().name())
                .param("commune", profile.commune())
                .param("departement", profile.departement())
                .param("site", profile.site())
                .param("siren", profile.siren())
                .param("uai", text(profile.school()));
    }

    private static @Nullable String text(@Nullable Uai school) {
        return school == null ? null : school.value();
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Organisation.Kind.valueOf(row.getString("kind")));
    }

    private static OrganisationProfile profile(ResultSet row, int number) throws SQLException {
        var school = row.getString("uai");
        return new OrganisationProfile(
                organisation(row),
                row.getString("commune"),
                row.getString("departement"),
                row.getString("site"),
                row.getString("siren"),
                school == null ? null : new Uai(school));
    }
}
