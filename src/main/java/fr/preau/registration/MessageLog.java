package fr.preau.registration;

import fr.preau.account.Accounts;
import fr.preau.account.Person;
import fr.preau.account.PersonId;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.programme.Editions;
import fr.preau.web.French;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What organisers wrote to those registered, as its readers see it: never the words themselves, nor who read them.
@Component
class MessageLog {
    private final OrganiserMessageRepository messages;
    private final Accounts accounts;

    MessageLog(OrganiserMessageRepository messages, Accounts accounts) {
        this.messages = messages;
        this.accounts = accounts;
    }

    record Line(String when, String sender, String subject, String session, int recipients) {}

    int count(PublishedEvent event) {
        return messages.count(event.id());
    }

    List<Line> lines(PublishedEvent event, int offset, int limit) {
        var sent = messages.of(event.id(), offset, limit);
        var senders = accounts.find(
                sent.stream().map(OrganiserMessageRepository.Sent::by).collect(Collectors.toSet()));
        return sent.stream().map(one -> line(event, one, senders)).toList();
    }

    private static Line line(
            PublishedEvent event, OrganiserMessageRepository.Sent sent, Map<PersonId, Person> senders) {
        return new Line(
                moment(sent.at(), zone(event)),
                name(senders.get(sent.by())),
                sent.subject(),
                session(event, sent),
                sent.recipients());
    }

    /// A name, never an address: territories read this too.
    private static String name(@Nullable Person sender) {
        if (sender == null) {
            return "Compte supprimé";
        }
        return sender.name().isEmpty() ? "Un membre de l'organisation" : sender.name();
    }

    private static String session(PublishedEvent event, OrganiserMessageRepository.Sent sent) {
        return event.sessions().stream()
                .filter(session -> session.id().equals(sent.session()))
                .findFirst()
                .map(event::span)
                .orElse("Toutes les séances");
    }

    private static ZoneId zone(PublishedEvent event) {
        return event.sessions().stream()
                .map(PublishedSession::start)
                .map(start -> start.getZone())
                .findFirst()
                .orElse(Editions.PARIS);
    }

    /// « mer. 3 déc. à 14 h 30 »: the year is that of the log, which keeps no other.
    private static String moment(Instant instant, ZoneId zone) {
        var there = instant.atZone(zone);
        return "%s à %s".formatted(French.shortDay(there.toLocalDate()), French.hour(there.toLocalTime()));
    }
}
