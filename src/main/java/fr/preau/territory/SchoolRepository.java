package fr.preau.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SchoolRepository {
    private static final String COLUMNS = """
            uai, name, kind, nature, tracks, public_sector, address, postcode, commune_code, commune, departement,
            latitude, longitude, mail, open""";

    private static final int SPELLINGS = 4;

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

    /// The département of each, closed schools too.
    Map<Uai, String> departementsOf(Collection<Uai> uais) {
        var departements = new HashMap<Uai, String>();
        jdbc.sql("select uai, departement from territory.school where uai = any (:uais)")
                .param("uais", uais.stream().map(Uai::value).toArray(String[]::new))
                .query(row -> {
                    departements.put(new Uai(row.getString("uai")), row.getString("departement"));
                });
        return departements;
    }

    /// Schools that have, for each meant word, one of its spellings (all of them, or at least one): those that have
    /// most of them, as whole words and in their commune's name, first.
    List<School> having(List<Meant> meant, boolean all, Words asked, int limit) {
        var patterns = new HashMap<String, Object>();
        var found = new StringJoiner(all ? " and " : " or ", "(", ")");
        var score = new StringJoiner(" + ");
        for (var rank = 0; rank < meant.size(); rank++) {
            patterns.put("start" + rank, meant.get(rank).starts());
            patterns.put("whole" + rank, meant.get(rank).wholes());
            found.add("words like any (:start%d)".formatted(rank));
            score.add("2 * (words like any (:start%1$d))::int + (words like any (:whole%1$d))::int".formatted(rank));
            score.add("(place like any (:start%d))::int".formatted(rank));
        }
        return jdbc.sql("""
                        select %s
                          from territory.school
                         where open and %s
                         order by 2 * (%s)
                                  + (select count(*) from unnest(:common) as word where words like '%% ' || word || '%%') desc,
                                  length(words), name, uai
                         limit :limit
                        """.formatted(COLUMNS, found, score))
                .params(patterns)
                .param("common", asked.common().toArray(String[]::new))
                .param("limit", limit)
                .query(SchoolRepository::school)
                .list();
    }

    /// A word as typed, and the directory's words spelt nearly like it.
    Meant meant(String typed) {
        return new Meant(
                typed,
                jdbc.sql("""
                                select word from territory.word
                                 where word operator(public.%) :typed
                                 order by word operator(public.<->) :typed, schools desc
                                 limit :spellings
                                """)
                        .param("typed", typed)
                        .param("spellings", SPELLINGS)
                        .query((row, _) -> row.getString("word"))
                        .list());
    }

    /// A word to find: as typed, or one of the spellings that may have been meant.
    record Meant(String typed, List<String> spellings) {
        String[] starts() {
            return patterns("%% %s%%");
        }

        String[] wholes() {
            return patterns("%% %s %%");
        }

        private String[] patterns(String shape) {
            return Stream.concat(Stream.of(typed), spellings.stream())
                    .map(shape::formatted)
                    .toArray(String[]::new);
        }
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
                                       operator(public.@>) public.globe(latitude, longitude)) as near
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

    static School school(ResultSet row, int number) throws SQLException {
        return new School(
                new Uai(row.getString("uai")),
                row.getString("name"),
                School.Kind.valueOf(row.getString("kind")),
                row.getString("nature"),
                Arrays.stream((String[]) row.getArray("tracks").getArray())
                        .map(School.Track::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                (Boolean) row.getObject("public_sector"),
                row.getString("address"),
                row.getString("postcode"),
                row.getString("commune_code"),
                row.getString("commune"),
                row.getString("departement"),
                point(row, ""),
                row.getString("mail"),
                row.getBoolean("open"));
    }

    /// From the columns `latitude` and `longitude` after this prefix.
    static @Nullable GeoPoint point(ResultSet row, String prefix) throws SQLException {
        var latitude = row.getDouble(prefix + "latitude");
        return row.wasNull() ? null : new GeoPoint(latitude, row.getDouble(prefix + "longitude"));
    }
}
