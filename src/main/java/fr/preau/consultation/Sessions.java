package fr.preau.consultation;

import fr.preau.territory.Territory;
import fr.preau.web.LinkKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The sessions of consultations and their workshops, as they are.
@Service
public class Sessions {
    private final SessionRepository sessions;
    private final WorkshopRepository workshops;

    Sessions(SessionRepository sessions, WorkshopRepository workshops) {
        this.sessions = sessions;
        this.workshops = workshops;
    }

    public Optional<Session> find(SessionId id) {
        return sessions.find(id);
    }

    /// By day, drafts included.
    public List<Session> of(ConsultationId consultation) {
        return sessions.of(consultation);
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
        return LinkKey.isOne(key) ? sessions.findByKey(key) : Optional.empty();
    }
}
