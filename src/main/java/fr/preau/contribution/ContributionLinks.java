package fr.preau.contribution;

import fr.preau.consultation.Consultation;
import fr.preau.consultation.Consultation.Stage;
import fr.preau.consultation.ConsultationLinks;
import fr.preau.consultation.Session;
import fr.preau.consultation.SessionLinks;
import fr.preau.web.Link;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// From a consultation to what was said, and from a session's desk to its reports.
@Component
@Order(1)
class ContributionLinks implements ConsultationLinks, SessionLinks {
    @Override
    public List<Link> linksFor(Consultation consultation) {
        var read = new Link(consultation.path() + "/contributions", "Lire les contributions");
        return consultation.stage() == Stage.OPEN
                ? List.of(new Link(consultation.path() + "/contribuer", "Contribuer en ligne"), read)
                : List.of(read);
    }

    @Override
    public List<Link> linksFor(Session session) {
        return session.state() == Session.State.SEATED
                ? List.of(new Link(session.deskPath() + "/rapports", "Rapports et présence"))
                : List.of();
    }
}
