package fr.preau.territory;

import fr.preau.territory.Places.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlaceRepository {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 120;

    private final JdbcClient jdbc;

    PlaceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The commune of this name; among several, the one this postcode, or at least its département's, belongs to.
    Optional<Place> named(String commune, String postcode) {
        return jdbc.sql("""
                        select departement, label, latitude, longitude
                          from territory.commune
                         where words = territory.words(:commune)
                           and (:postcode = any (postcodes)
                                or exists (select from unnest(postcodes) as known where left(known, 2) = left(:postcode, 2))
                                or :postcode = '')
                         order by :postcode = any (postcodes) desc, schools desc
                         limit 1
                        """)
                .param("commune", shortened(commune))
                .param("postcode", shortened(postcode).strip())
                .query(PlaceRepository::place)
                .optional();
    }

    /// The commune with most schools under this postcode, in the middle of those. Its business mail (09008 for the
    /// 09000 of Foix) has the same four first digits.
    Optional<Place> withPostcode(String postcode) {
        if (!postcode.strip().matches("[0-9]{5}")) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        with under as (
                            select departement, regexp_replace(commune, '\\s+', ' ', 'g') as label,
                                   percentile_cont(0.5) within group (order by latitude) as latitude,
                                   percentile_cont(0.5) within group (order by longitude) as longitude,
                                   count(*) as here
                              from territory.school
                             where postcode like left(:postcode, 4) || '%' and latitude is not null and commune <> ''
                             group by departement, label
                        )
                        select under.departement, under.label, under.latitude, under.longitude
                          from under left join territory.commune using (departement, label)
                         order by here desc, schools desc nulls last, label
                         limit 1
                        """)
                .param("postcode", postcode.strip())
                .query(PlaceRepository::place)
                .optional();
    }

    Optional<Place> in(String departement, String commune) {
        return jdbc.sql("""
                        select departement, label, latitude, longitude
                          from territory.commune
                         where departement = upper(:departement) and words = territory.words(:commune)
                         limit 1
                        """)
                .param("departement", departement)
                .param("commune", shortened(commune))
                .query(PlaceRepository::place)
                .optional();
    }

    /// Communes of this very name, those with most schools first.
    List<Place> exactly(String words, int limit) {
        return largest("words = territory.words(:asked)", words, limit);
    }

    /// Communes whose name begins like this, those with most schools first.
    List<Place> beginning(String words, int limit) {
        return largest("words like territory.words(:asked) || '%'", words, limit);
    }

    private List<Place> largest(String condition, String words, int limit) {
        var plain = shortened(words);
        if (Plain.of(plain).length() < SHORTEST) {
            return List.of();
        }
        return jdbc.sql("""
                        select departement, label, latitude, longitude
                          from territory.commune
                         where %s
                         order by schools desc, label, departement
                         limit :limit
                        """.formatted(condition))
                .param("asked", plain)
                .param("limit", limit)
                .query(PlaceRepository::place)
                .list();
    }

    /// Communes spelt nearly like this, the exact name first, then the larger one.
    List<Place> like(String words, int limit) {
        var plain = shortened(words);
        if (Plain.of(plain).length() < SHORTEST) {
            return List.of();
        }
        return jdbc.sql("""
                        select departement, label, latitude, longitude
                          from territory.commune
                         where words %> territory.words(:asked)
                         order by words = territory.words(:asked) desc,
                                  starts_with(words, territory.words(:asked)) desc,
                                  public.similarity(words, territory.words(:asked)) desc,
                                  schools desc, label
                         limit :limit
                        """)
                .param("asked", plain)
                .param("limit", limit)
                .query(PlaceRepository::place)
                .list();
    }

    private static String shortened(String text) {
        var clean = text.replace("\u0000", "");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        var departement = row.getString("departement");
        return new Place(
                "%s (%s)".formatted(row.getString("label"), departement),
                departement,
                new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude")));
    }
}
