package fr.preau.consultation;

import fr.preau.territory.Territory;
import fr.preau.web.LinkKey;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// The sessions of consultations and their workshops, as they are.
@Service
public class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final SessionRepository sessions;
    private final WorkshopRepository workshops;
    private final Draws draws;
    private final Clock clock;

    Sessions(SessionRepository sessions, WorkshopRepository workshops, Draws draws, Clock clock) {
        this.sessions = sessions;
        this.workshops = workshops;
        this.draws = draws;
        this.clock = clock;
    }

    public Optional<Session> find(SessionId id) {
        return sessions.find(id);
    }

    /// As it is now: the first who reads a session whose wishes are over freezes them, so that all its pages say the
    /// same.
    Optional<Session> current(SessionId id) {
        return sessions.find(id).flatMap(this::current);
    }

    private Optional<Session> current(Session session) {
        if (!session.isToCloseAt(clock.instant())) {
            return Optional.of(session);
        }
        try {
            draws.close(session.id());
        } catch (RuntimeException problem) {
            LOG.error("the wishes of session {} were not closed", session.id().value(), problem);
        }
        return sessions.find(session.id());
    }

    /// By day, drafts included.
    public List<Session> of(ConsultationId consultation) {
        return sessions.of(consultation);
    }

    /// The same, as they are now.
    List<Session> currentOf(ConsultationId consultation) {
        return sessions.of(consultation).stream()
                .flatMap(session -> current(session).stream())
                .toList();
    }

    /// How many sessions these territories have in each consultation, drafts included; one without any is absent.
    Map<ConsultationId, Integer> count(Collection<Territory> of) {
        return sessions.count(of);
    }

    /// In the organiser's order, cancelled ones included.
    public List<Workshop> workshops(SessionId session) {
        return workshops.of(session);
    }

    public Optional<Workshop> workshop(WorkshopId id) {
        return workshops
                .sessionOf(id)
                .flatMap(session -> workshops.of(session).stream()
                        .filter(workshop -> workshop.id().equals(id))
                        .findFirst());
    }

    /// The workshop whose report this key opens; empty for a key nobody was given.
    public Optional<Workshop> workshopToReport(String key) {
        return LinkKey.isOne(key) ? workshops.findByReportKey(key).flatMap(this::workshop) : Optional.empty();
    }

    /// The session that this key of a private link opens; empty once it was changed or revoked.
    Optional<Session> behind(String key) {
        return LinkKey.isOne(key) ? sessions.findByKey(key).flatMap(this::current) : Optional.empty();
    }

    /// The session whose poster shows this code, however it is typed.
    Optional<Session> coded(String typed) {
        return ShortCode.typed(typed).flatMap(sessions::findByCode);
    }
}
