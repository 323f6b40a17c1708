package fr.preau.registration;

import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.web.Network;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Seats asked for on one session, for one person or class, or for a family: `children` come as well, each with a
/// registration of their own, all of them or none. `token` is the form's: the same request sent twice is done once.
/// `network` is where it comes from; null when that is nobody's business. `round` is how many times what this form did
/// was given back before.
public record SeatRequest(
        UUID token,
        EventId event,
        SessionId session,
        Registrant registrant,
        List<Registrant.Pupil> children,
        @Nullable Network network,
        int round) {
    /// How many people may come with one mail address: brothers and sisters, parents, a friend. Classes are not
    /// counted.
    static final int PEOPLE = 6;

    public SeatRequest {
        children = List.copyOf(children);
    }

    public SeatRequest(UUID token, EventId event, SessionId session, Registrant registrant) {
        this(token, event, session, registrant, List.of(), null);
    }

    SeatRequest(
            UUID token,
            EventId event,
            SessionId session,
            Registrant registrant,
            List<Registrant.Pupil> children,
            @Nullable Network network) {
        this(token, event, session, registrant, children, network, 0);
    }

    /// One registration of it, and what it is written once by.
    record One(UUID token, Registrant registrant) {}

    List<One> each() {
        var tokens = tokens(once());
        var each = new ArrayList<One>();
        Stream.concat(Stream.of(registrant), children.stream())
                .forEach(one -> each.add(new One(tokens.get(each.size()), one)));
        return each;
    }

    /// One form holds one token, but a browser's Back button shows the same form again for a brother or a sister: the
    /// token and what is asked for, together, are what must not be done twice.
    UUID receipt() {
        return named("%s %s %s %s".formatted(token, session, registrant, children));
    }

    UUID once() {
        return Stream.iterate(receipt(), SeatRequest::next)
                .skip(round)
                .findFirst()
                .orElseThrow();
    }

    static UUID next(UUID round) {
        return named("again " + round);
    }

    /// Those of the registrations one form may make, from the first's.
    static List<UUID> tokens(UUID first) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(number -> number == 0 ? first : named(first + " " + number))
                .toList();
    }

    /// The same, as if the form had been shown again: something it did was given back since.
    SeatRequest again() {
        return new SeatRequest(token, event, session, registrant, children, network, round + 1);
    }

    boolean isForClass() {
        return registrant instanceof Registrant.ClassGroup;
    }

    boolean isForFamily() {
        return registrant instanceof Registrant.Adult;
    }

    /// Who comes; a class is counted by its event ([Attempt]).
    int people() {
        return (registrant instanceof Registrant.Adult adult ? adult.people() : 1) + children.size();
    }

    private static UUID named(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    }
}
