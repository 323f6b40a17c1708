package fr.preau.attendance;

import fr.preau.registration.Registration;
import fr.preau.registration.Registrations;
import fr.preau.web.French;
import java.time.LocalDate;
import java.time.Month;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Issues certificates of attendance to those who were seen.
@Service
class Certificates {
    private final CertificateRepository certificates;
    private final ArrivalRepository arrivals;
    private final ClosingRepository closings;
    private final Registrations registrations;

    Certificates(
            CertificateRepository certificates,
            ArrivalRepository arrivals,
            ClosingRepository closings,
            Registrations registrations) {
        this.certificates = certificates;
        this.arrivals = arrivals;
        this.closings = closings;
        this.registrations = registrations;
    }

    /// What can be said to someone who asks for a certificate.
    sealed interface Right {
        /// Nothing can be certified, and why.
        record None(String sentence) implements Right {}

        record Ask(Arrival arrival) implements Right {}

        record Issued(Certificate certificate, Arrival arrival) implements Right {}
    }

    Right right(Holder holder) {
        var desk = holder.desk();
        var registration = holder.registration();
        if (!holder.held().stands()) {
            return new Right.None("Cette inscription a été annulée : il n'y a pas de présence à attester.");
        }
        if (desk.event().cancelled() || desk.session().cancelled()) {
            return new Right.None("Cette séance n'a pas eu lieu.");
        }
        if (!desk.isOver()) {
            return new Right.None("La séance n'est pas finie : revenez après.");
        }
        return arrivals.find(registration.id())
                .filter(Arrival::here)
                .map(arrival -> right(desk, registration, arrival))
                .orElseGet(() -> new Right.None("L'organisateur n'a pas noté votre présence. " + correction(desk)));
    }

    /// The same day as the page of the door says.
    private static String correction(Desk desk) {
        if (desk.isFinal()) {
            return "L'appel ne se corrige plus.";
        }
        var day = desk.correctedUntil().atZone(desk.session().start().getZone()).toLocalDate();
        return "C'est une erreur ? Écrivez-lui : il peut corriger jusqu'au %s.".formatted(French.day(day));
    }

    private Right right(Desk desk, Registration registration, Arrival arrival) {
        if (arrival.presumed()) {
            return new Right.None(
                    "L'organisateur n'a pas fait l'appel : votre présence est seulement supposée, elle ne peut pas être attestée. "
                            + correction(desk));
        }
        return certificates
                .find(registration.id())
                .filter(certificate -> !certificate.withdrawn())
                .<Right>map(certificate -> new Right.Issued(certificate, arrival))
                .orElseGet(() -> new Right.Ask(arrival));
    }

    /// Its registration is then kept until the end of the school year, so that the paper may be printed again.
    @Transactional
    public Right ask(Holder holder) {
        var desk = holder.desk();
        var registration = holder.registration();
        closings.shareDoor(desk.session().id());
        var right = right(holder);
        if (!(right instanceof Right.Ask(var arrival))) {
            return right;
        }
        var fresh = Certificate.fresh(
                Certificate.Kind.of(registration.kind()), registration.event(), registration.session(), desk.now());
        registrations.keepUntil(
                registration.id(), endOfSchoolYear(desk.session().end().toLocalDate()));
        return new Right.Issued(certificates.issue(fresh, registration.id()), arrival);
    }

    /// For someone the organiser names on the paper, and nowhere else.
    @Transactional
    public Certificate forSpeaker(Desk desk, UUID formToken) {
        var fresh = Certificate.fresh(
                Certificate.Kind.SPEAKER, desk.event().id(), desk.session().id(), desk.now());
        return certificates.issue(fresh, formToken);
    }

    /// The 31 August that follows.
    static LocalDate endOfSchoolYear(LocalDate day) {
        var end = LocalDate.of(day.getYear(), Month.AUGUST, 31);
        return day.isAfter(end) ? end.plusYears(1) : end;
    }
}
