package fr.preau.territory;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A school for a test of any module: `ASchool.lycee("Lycée Ada Lovelace").in("Foix", "09000", "09").add(jdbc)`. Its
/// UAI is drawn at random and right.
public record ASchool(School school) {
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final AtomicInteger NEXT = new AtomicInteger(9_900_000);
    private static final AtomicInteger NUMBERED = new AtomicInteger(3_000);

    public static ASchool lycee(String name) {
        var uai = randomUai();
        return new ASchool(new School(
                uai,
                name,
                School.Kind.LYCEE,
                "302",
                Set.of(School.Track.GENERAL),
                true,
                "1 rue de l'École",
                "09000",
                "09122",
                "Foix",
                "09",
                new GeoPoint(42.96, 1.61),
                "ce." + uai + "@ac-toulouse.example",
                true));
    }

    public ASchool in(String commune, String postcode, String departement) {
        return new ASchool(new School(
                school.uai(),
                school.name(),
                school.kind(),
                school.nature(),
                school.tracks(),
                true,
                school.address(),
                postcode,
                postcode,
                commune,
                departement,
                school.point(),
                school.mail(),
                true));
    }

    public ASchool at(@Nullable GeoPoint point) {
        return new ASchool(new School(
                school.uai(),
                school.name(),
                school.kind(),
                school.nature(),
                school.tracks(),
                true,
                school.address(),
                school.postcode(),
                school.communeCode(),
                school.commune(),
                school.departement(),
                point,
                school.mail(),
                true));
    }

    /// Writes it in the directory.
    public School add(JdbcClient jdbc) {
        var point = school.point();
        jdbc.sql("""
                        insert into territory.school (uai, name, kind, nature, tracks, public_sector, address, postcode,
                            commune_code, commune, departement, latitude, longitude, mail, open)
                        values (:uai, :name, :kind, :nature, :tracks, true, :address, :postcode, :communeCode, :commune,
                            :departement, :latitude, :longitude, :mail, true)
                        """)
                .param("uai", school.uai().value())
                .param("name", school.name())
                .param("kind", school.kind().name())
                .param("nature", school.nature())
                .param("tracks", school.tracks().stream().map(Enum::name).toArray(String[]::new))
                .param("address", school.address())
                .param("postcode", school.postcode())
                .param("communeCode", school.communeCode())
                .param("commune", school.commune())
                .param("departement", school.departement())
                .param("latitude", point == null ? null : point.latitude())
                .param("longitude", point == null ? null : point.longitude())
                .param("mail", school.mail())
                .update();
        return school;
    }

    /// One that no other test has, in numbers the ministry never gave.
    public static Uai randomUai() {
        return uai(NEXT.getAndIncrement());
    }

    /// One that no other test has, whose first three digits are these.
    public static Uai uaiNumbered(String start) {
        return uai(Integer.parseInt(start) * 10_000 + NUMBERED.getAndIncrement());
    }

    private static Uai uai(int number) {
        return new Uai("%07d%c".formatted(number, LETTERS.charAt(number % LETTERS.length())));
    }
}
