package fr.preau.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SchoolRepository {
    private static final String COLUMNS = """
            uai, name, kind, nature, tracks, public_sector, address, postcode, commune_code, commune, departement,
            latitude, longitude, mail, open""";

    private final JdbcClient jdbc;

    SchoolRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<School> find(Uai uai) {
        return jdbc.sql("select %s from territory.school where uai = :uai".formatted(COLUMNS))
                .param("uai", uai.value())
                .query(SchoolRepository::school)
                .optional();
    }

    List<School> find(Collection<Uai> uais) {
        return jdbc.sql("select %s from territory.school where uai = any (:uais)".formatted(COLUMNS))
                .param("uais", uais.stream().map(Uai::value).toArray(String[]::new))
                .query(SchoolRepository::school)
                .list();
    }

    /// Every telling word stands in the school's words, or something spelt nearly like it.
    List<School> like(Words asked, int limit) {
        return matching(
                "words %> all (array(select territory.words(word) from unnest(:telling) as word))", asked, limit);
    }

    /// At least one telling word does.
    List<School> somewhatLike(Words asked, int limit) {
        return matching(
                "words %> any (array(select territory.words(word) from unnest(:telling) as word))", asked, limit);
    }

    /// Within the box that the index knows, then truly within the distance.
    List<School> nearest(GeoPoint point, double kilometres, int limit) {
        return jdbc.sql("""
                        select %s
                          from (select *, public.earth_distance(
                                       public.ll_to_earth(latitude, longitude), public.ll_to_earth(:latitude, :longitude)) as metres
                                  from territory.school
                                 where open and latitude is not null
                                   and public.earth_box(public.ll_to_earth(:latitude, :longitude), :metres)
                                       operator(public.@>) public.ll_to_earth(latitude, longitude)) as near
                         where metres <= :metres
                         order by metres, uai
                         limit :limit
                        """.formatted(COLUMNS))
                .param("latitude", point.latitude())
                .param("longitude", point.longitude())
                .param("metres", kilometres * 1000)
                .param("limit", limit)
                .query(SchoolRepository::school)
                .list();
    }

    private List<School> matching(String condition, Words asked, int limit) {
        return jdbc.sql("""
                        select %s
                          from territory.school,
                               lateral (select sum(public.word_similarity(territory.words(word), words))
                                          from unnest(:telling) as word) as telling (score),
                               lateral (select coalesce(sum(public.word_similarity(territory.words(word), words)), 0)
                                          from unnest(:common) as word) as common (score)
                         where open and %s
                         order by telling.score + common.score / 3 desc,
                                  public.similarity(words, :whole) desc, name, uai
                         limit :limit
                        """.formatted(COLUMNS, condition))
                .param("telling", asked.telling().toArray(String[]::new))
                .param("common", asked.common().toArray(String[]::new))
                .param("whole", String.join(" ", asked.common()) + " " + String.join(" ", asked.telling()))
                .param("limit", limit)
                .query(SchoolRepository::school)
                .list();
    }

    static School school(ResultSet row, int number) throws SQLException {
        return new School(
                new Uai(row.getString("uai")),
                row.getString("name"),
                School.Kind.valueOf(row.getString("kind")),
                row.getString("nature"),
                Arrays.stream((String[]) row.getArray("tracks").getArray())
                        .map(School.Track::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("public_sector"),
                row.getString("address"),
                row.getString("postcode"),
                row.getString("commune_code"),
                row.getString("commune"),
                row.getString("departement"),
                point(row),
                row.getString("mail"),
                row.getBoolean("open"));
    }

    private static @Nullable GeoPoint point(ResultSet row) throws SQLException {
        var latitude = row.getDouble("latitude");
        return row.wasNull() ? null : new GeoPoint(latitude, row.getDouble("longitude"));
    }
}
