package rush;

import ground.Browser.Csrf;
import ground.Platform;
import ground.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Teachers of one school, who signed in by a link as everyone does.
final class Teachers {
    static final String SCHOOL = "0090000B";
    private static final int NUMBER = 8;

    private Teachers() {}

    /// One who is signed in: the cookies of their browser, and what their forms carry.
    record Teacher(String cookies, String csrf) {}

    static List<Teacher> signIn(Platform platform, Connection database, String form)
            throws IOException, SQLException, GeneralSecurityException {
        try (var sql = database.createStatement()) {
            sql.execute("""
                    insert into territory.school (uai, name, kind, nature, tracks, public_sector, address, postcode,
                        commune_code, commune, departement, open)
                    values ('%s', 'Lycée du banc', 'LYCEE', '300', '{GENERAL}', true, '', '09000', '09122', 'Foix',
                        '09', true)
                    """.formatted(SCHOOL));
        }
        var teachers = new ArrayList<Teacher>();
        for (var number = 0; number < NUMBER; number++) {
            teachers.add(signIn(platform, database, form, "teacher-%d@example.org".formatted(number)));
        }
        return teachers;
    }

    private static Teacher signIn(Platform platform, Connection database, String form, String mail)
            throws IOException, SQLException, GeneralSecurityException {
        var secret = UUID.randomUUID().toString();
        write(database, mail, MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        try (var wire = new Wire(platform.port())) {
            var before = Csrf.of(wire.get("/connexion", ""));
            var answer = wire.post("/connexion/lien", before.cookie(), before.field() + "&token=" + secret);
            var session = cookie(answer, "SESSION");
            var after = Csrf.of(wire.get(form + "?comme=classe", session));
            return new Teacher(session + "; " + after.cookie(), after.field());
        }
    }

    private static void write(Connection database, String mail, byte[] hash) throws SQLException {
        try (var person = database.prepareStatement("""
                with person as (
                    insert into account.person (id, mail, created_at) values (gen_random_uuid(), ?, now()) returning id)
                insert into account.role_grant (person_id, role, place, departement, granted_at)
                select id, 'TEACHER', ?, '09', now() from person
                """)) {
            person.setString(1, mail);
            person.setString(2, SCHOOL);
            person.execute();
        }
        try (var link = database.prepareStatement(
                "insert into account.sign_in_link values (?, ?, '/espace', now() + interval '1 hour')")) {
            link.setBytes(1, hash);
            link.setString(2, mail);
            link.execute();
        }
    }

    private static String cookie(Wire.Answer answer, String name) throws IOException {
        return answer.values("Set-Cookie").stream()
                .filter(one -> one.startsWith(name + "="))
                .map(one -> one.substring(0, one.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new IOException("not signed in: " + answer.status()));
    }
}
