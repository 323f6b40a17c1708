package fr.preau.account;

import fr.preau.account.JournalEntry.Action;
import fr.preau.account.JournalEntry.Subject;
import fr.preau.account.StaffRequestRepository.Answered;
import fr.preau.account.StaffRequestRepository.SchoolKey;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Territories;
import fr.preau.territory.Uai;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Working in a school is confirmed, never only said: by the school, through a link sent to its official address, or by
/// a coordinator of its territory; to teach there, by its confirmed head too.
@Service
class StaffRequests {
    static final Duration LIFE = Duration.ofDays(30);
    static final int PER_QUARTER = 5;

    private final StaffRequestRepository requests;
    private final Grants grants;
    private final GrantRules rules;
    private final Schools schools;
    private final Territories territories;
    private final Attempts attempts;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final String address;

    StaffRequests(
            StaffRequestRepository requests,
            Grants grants,
            GrantRules rules,
            Schools schools,
            Territories territories,
            Attempts attempts,
            ApplicationEventPublisher news,
            Clock clock,
            @Value("${preau.address}") String address) {
        this.requests = requests;
        this.grants = grants;
        this.rules = rules;
        this.schools = schools;
        this.territories = territories;
        this.attempts = attempts;
        this.news = news;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    enum Asking {
        /// The school was written to.
        SCHOOL_ASKED,
        /// The directory has no address for it: a coordinator answers.
        COORDINATOR_ASKED,
        ALREADY_HELD,
        ALREADY_ASKED,
        TOO_MANY
    }

    /// `head` asks to head the school, otherwise to teach there.
    @Transactional
    Asking ask(Viewer viewer, School school, boolean head) {
        var role = head ? new Role.SchoolHead(school.uai()) : new Role.Teacher(school.uai());
        if (viewer.roles().contains(role)) {
            return Asking.ALREADY_HELD;
        }
        var now = clock.instant();
        if (attempts.add("staff requests " + viewer.person(), now).number() > PER_QUARTER) {
            return Asking.TOO_MANY;
        }
        var key = school.mail() == null ? null : new SchoolKey(SecretKey.random(), now.plus(LIFE));
        var person = new Person(viewer.person(), String.valueOf(viewer.mail()), viewer.name());
        var request = new StaffRequest(UUID.randomUUID(), person, role, school.uai(), now);
        if (!requests.add(request, school.departement(), key)) {
            return Asking.ALREADY_ASKED;
        }
        return writeTo(school, request, key);
    }

    private Asking writeTo(School school, StaffRequest request, @Nullable SchoolKey key) {
        if (school.mail() == null || key == null) {
            return Asking.COORDINATOR_ASKED;
        }
        news.publishEvent(new StaffConfirmationAsked(
                school.mail(),
                school.label(),
                "%s (%s)".formatted(request.person().label(), request.person().mail()),
                Roles.name(request.role()),
                address + "/confirmation/" + key.value().value()));
        return Asking.SCHOOL_ASKED;
    }

    List<StaffRequest> of(Viewer viewer) {
        return requests.of(viewer.person());
    }

    Optional<StaffRequest> find(String key) {
        return requests.find(key, clock.instant());
    }

    Optional<StaffRequest> find(UUID id) {
        return requests.find(id);
    }

    boolean mayAnswer(Viewer viewer, StaffRequest request) {
        return rules.mayGive(viewer, request.role());
    }

    List<StaffRequest> answeredBy(Viewer viewer, int page) {
        return requests.page(answered(viewer), page);
    }

    long countAnsweredBy(Viewer viewer) {
        return requests.count(answered(viewer));
    }

    /// The school itself answers: whoever holds the key reads its official mailbox.
    @Transactional
    boolean answer(StaffRequest request, boolean yes) {
        var mail = schools.find(request.school()).map(School::mail).orElse(null);
        return close(
                request, yes, new Actor(null, mail == null ? request.school().value() : mail));
    }

    @Transactional
    boolean answer(Viewer viewer, StaffRequest request, boolean yes) {
        return mayAnswer(viewer, request) && close(request, yes, Actor.of(viewer));
    }

    @Transactional
    boolean withdraw(Viewer viewer, UUID id) {
        return requests.find(id)
                .filter(request -> request.person().id().equals(viewer.id()))
                .filter(request -> requests.close(id, "WITHDRAWN", viewer.id(), clock.instant()))
                .isPresent();
    }

    private boolean close(StaffRequest request, boolean yes, Actor actor) {
        if (!requests.close(request.id(), yes ? "CONFIRMED" : "REFUSED", actor.id(), clock.instant())) {
            return false;
        }
        if (yes) {
            grants.give(actor, request.person(), request.role());
        } else {
            grants.write(Action.REFUSED, actor, request.role(), Subject.of(request.person()));
        }
        return true;
    }

    private Answered answered(Viewer viewer) {
        Set<String> departements = viewer.coordinated().stream()
                .flatMap(territory -> territories.codesOf(territory).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Answered(
                viewer.isPilot(),
                departements,
                viewer.headed().stream().map(Uai::value).collect(Collectors.toUnmodifiableSet()));
    }
}
