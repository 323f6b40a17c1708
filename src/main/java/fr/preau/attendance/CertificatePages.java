package fr.preau.attendance;

import fr.preau.account.Organisation;
import fr.preau.account.Organisations;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.territory.Schools;
import fr.preau.web.QrCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What a certificate says on paper, and what anyone may check of it.
@Component
class CertificatePages {
    private final Events events;
    private final Organisations organisations;
    private final Schools schools;
    private final String address;

    CertificatePages(
            Events events, Organisations organisations, Schools schools, @Value("${preau.address}") String address) {
        this.events = events;
        this.organisations = organisations;
        this.schools = schools;
        this.address = address.replaceAll("/+$", "");
    }

    /// `known` is the part of the name the platform has, the rest is written by hand; `school` a class's or the one a
    /// pupil named; `heads` those of a class.
    record Paper(
            Checked checked,
            String known,
            @Nullable String school,
            @Nullable String className,
            @Nullable Heads heads,
            String organisation,
            String address,
            QrCode qr) {}

    /// A certificate with what it is for: no name.
    record Checked(Certificate certificate, PublishedEvent event, PublishedSession session) {}

    Paper of(Holder holder, Certificate certificate, Arrival arrival) {
        var registration = holder.registration();
        var group = registration.schoolClass();
        var school = registration.school() == null
                ? null
                : schools.find(registration.school()).map(one -> one.label()).orElse(null);
        return paper(
                new Checked(certificate, holder.desk().event(), holder.desk().session()),
                registration.firstName(),
                school,
                group == null ? null : group.name(),
                group == null ? null : arrival.heads());
    }

    Paper ofSpeaker(Desk desk, Certificate certificate, String name) {
        return paper(new Checked(certificate, desk.event(), desk.session()), name, null, null, null);
    }

    private Paper paper(
            Checked checked, String known, @Nullable String school, @Nullable String className, @Nullable Heads heads) {
        var organisation = organisations
                .find(checked.event().organisation())
                .map(Organisation::name)
                .orElse("L'organisation de l'événement");
        var here = address + checked.certificate().path();
        return new Paper(checked, known, school, className, heads, organisation, here, QrCode.of(here));
    }

    Optional<Checked> check(Certificate certificate) {
        return events.find(certificate.event())
                .flatMap(event -> event.sessions().stream()
                        .filter(session -> session.id().equals(certificate.session()))
                        .findFirst()
                        .map(session -> new Checked(certificate, event, session)));
    }
}
