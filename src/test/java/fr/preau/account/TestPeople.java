package fr.preau.account;

import fr.preau.territory.Departement;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Territory;
import fr.preau.territory.Uai;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/// Makes people with roles, already signed in, for the tests of every module; each call makes a new person.
@Component
public class TestPeople {
    public static final String COOKIE = "SESSION";

    private final Accounts accounts;
    private final RoleRepository roles;
    private final Schools schools;
    private final JdbcClient sql;
    private final SessionRepository<? extends Session> sessions;
    private final Clock clock;

    TestPeople(
            Accounts accounts,
            RoleRepository roles,
            Schools schools,
            JdbcClient sql,
            SessionRepository<? extends Session> sessions,
            Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.schools = schools;
        this.sql = sql;
        this.sessions = sessions;
        this.clock = clock;
    }

    public SignedIn with(Role... held) {
        var key = UUID.randomUUID().toString().substring(0, 12);
        var person = accounts.findOrCreate(new MailAddress("p-%s@example.org".formatted(key)));
        accounts.rename(person.id(), "Personne " + key);
        var named = accounts.find(person.id()).orElseThrow();
        List.of(held).forEach(role -> grant(named.id(), role));
        return new SignedIn(named.id(), named.mail(), named.name(), cookie(sessions, named));
    }

    public SignedIn withoutRole() {
        return with();
    }

    public SignedIn pilot() {
        return with(new Role.Pilot());
    }

    public SignedIn coordinator(Territory territory) {
        return with(new Role.Coordinator(territory));
    }

    public SignedIn coordinator(Departement departement) {
        return coordinator(departement.territory());
    }

    public SignedIn head(Uai school) {
        return with(new Role.SchoolHead(school));
    }

    public SignedIn teacher(Uai school) {
        return with(new Role.Teacher(school));
    }

    public SignedIn member(OrganisationId organisation) {
        return with(new Role.Member(organisation));
    }

    public void grant(PersonId person, Role role) {
        var departement = switch (role) {
            case Role.SchoolHead(var school) ->
                schools.find(school).map(School::departement).orElse(null);
            case Role.Teacher(var school) ->
                schools.find(school).map(School::departement).orElse(null);
            case Role.Pilot _, Role.Coordinator _, Role.Member _ -> null;
        };
        roles.add(person, role, departement, clock.instant());
    }

    /// An association of the Ariège.
    public Organisation organisation(String name) {
        return organisation(name, Organisation.Kind.ASSOCIATION);
    }

    public Organisation organisation(String name, Organisation.Kind kind) {
        var id = UUID.randomUUID();
        var founder = accounts.findOrCreate(new MailAddress("founder-%s@example.org".formatted(id)));
        sql.sql("""
                        insert into account.organisation (id, name, kind, commune, departement, uai, created_by, created_at)
                        values (:id, :name, :kind, 'Foix', '09', :uai, :by, now())
                        """)
                .param("id", id)
                .param("name", name)
                .param("kind", kind.name())
                .param("uai", kind == Organisation.Kind.SCHOOL ? anyUai().value() : null)
                .param("by", founder.id().value())
                .update();
        return new Organisation(new OrganisationId(id), name, kind);
    }

    /// A well-formed UAI, of no school in particular.
    public static Uai anyUai() {
        var number = ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
        return new Uai("%07d%c".formatted(number, "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(number % 23)));
    }

    static Authentication authentication(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(SignedInPerson.of(person), null, List.of());
    }

    private static <S extends Session> String cookie(SessionRepository<S> sessions, Person person) {
        var session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(authentication(person)));
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }
}
