package fr.preau.school;

import fr.preau.account.Organisation;
import fr.preau.account.Organisations;
import fr.preau.attendance.ClassAttended;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import fr.preau.web.French;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Keeps what each class met, as soon as its attendance is known [SNSI A9]. Heard twice, it is one line; corrected, it
/// says the last number; nobody came, there is no line.
@Component
class OrientationKeeper {
    private final OrientationRepository record;
    private final Events events;
    private final Organisations organisations;
    private final Editions editions;

    OrientationKeeper(OrientationRepository record, Events events, Organisations organisations, Editions editions) {
        this.record = record;
        this.events = events;
        this.organisations = organisations;
        this.editions = editions;
    }

    @ApplicationModuleListener
    void on(ClassAttended news) {
        if (news.pupils() == 0) {
            record.remove(news.registration());
            return;
        }
        var event = events.find(news.event()).orElseThrow();
        event.sessions().stream()
                .filter(session -> session.id().equals(news.session()))
                .findFirst()
                .ifPresent(session -> record.write(line(news, event, session)));
    }

    private OrientationLine line(ClassAttended news, PublishedEvent event, PublishedSession session) {
        return new OrientationLine(
                news.registration(),
                news.school(),
                new OrientationLine.SchoolClass(news.className(), news.level()),
                met(event, session),
                new OrientationLine.Attendance(news.pupils(), news.presumed()));
    }

    private OrientationLine.Met met(PublishedEvent event, PublishedSession session) {
        var kind = editions.find(event.edition())
                .map((Edition edition) -> edition.kindName(event.kind()))
                .orElse(event.kind());
        return new OrientationLine.Met(
                event.id(),
                event.title(),
                French.sentence(kind),
                organisations.find(event.organisation()).map(Organisation::name).orElse(""),
                String.join(", ", events.callingsAt(event.id())),
                session.start().toLocalDate());
    }
}
