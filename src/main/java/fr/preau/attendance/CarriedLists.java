package fr.preau.attendance;

import fr.preau.account.PersonId;
import fr.preau.registration.Held;
import fr.preau.registration.RegistrationId;
import fr.preau.web.French;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Gives a device the list to take along, and takes in what it did meanwhile: each act is a transaction of its own, and
/// sent again it changes nothing.
@Service
class CarriedLists {
    /// A device keeps the names until the day after.
    private static final Duration KEPT = Duration.ofHours(24);

    private final CarriedListRepository codes;
    private final GuestList guests;
    private final TicketSigner signer;
    private final TicketReader tickets;
    private final CheckIn checkIn;
    private final Desks desks;
    private final Reviews reviews;
    private final WalkIns walkIns;

    CarriedLists(
            CarriedListRepository codes,
            GuestList guests,
            TicketSigner signer,
            TicketReader tickets,
            CheckIn checkIn,
            Desks desks,
            Reviews reviews,
            WalkIns walkIns) {
        this.reviews = reviews;
        this.walkIns = walkIns;
        this.codes = codes;
        this.guests = guests;
        this.signer = signer;
        this.tickets = tickets;
        this.checkIn = checkIn;
        this.desks = desks;
    }

    CarriedList merge(Desk desk, List<String> lines, PersonId by) {
        var here = tickets.at(desk);
        var answers = lines.stream().map(line -> answer(here, desk, line, by)).toList();
        return list(desks.again(desk), by, answers);
    }

    private CarriedList.Answer answer(TicketReader.Tickets here, Desk desk, String line, PersonId by) {
        return CarriedAct.parse(line)
                .map(act -> play(here, desk, act, by))
                .orElseGet(() -> new CarriedList.Answer(false, "Une arrivée gardée sur l'appareil est illisible."));
    }

    private CarriedList.Answer play(TicketReader.Tickets here, Desk desk, CarriedAct carried, PersonId by) {
        return switch (carried.what()) {
            case HERE, UNDO -> welcome(here.read(carried.ticket()), desk, carried, by);
            case GROUP -> group(desk, carried);
            case SEEN -> good(reviews.see(desk, carried.id().orElseThrow()));
            case COUNTED -> good(reviews.count(desk, carried.id().orElseThrow()));
        };
    }

    /// They are in already: when no seat is left to count them on, somebody must look.
    private CarriedList.Answer group(Desk desk, CarriedAct carried) {
        var people = Objects.requireNonNull(carried.heads()).people();
        var group = new WalkIns.Group(carried.id().orElseThrow(), people, null);
        if (walkIns.came(desk, group, desk.within(carried.at())) instanceof WalkIns.Entry.Refused(var sentence)) {
            note(desk, carried, null, people, sentence);
        }
        return good("Venus sans inscription : noté.");
    }

    private void note(
            Desk desk, CarriedAct carried, @Nullable RegistrationId registration, int people, String sentence) {
        reviews.note(
                desk, Review.of(shown(carried.ticket()), registration, people, desk.within(carried.at()), sentence));
    }

    private static CarriedList.Answer good(String sentence) {
        return new CarriedList.Answer(true, sentence);
    }

    private CarriedList.Answer welcome(TicketReading reading, Desk desk, CarriedAct carried, PersonId by) {
        return switch (reading) {
            case TicketReading.Bad(var sentence) -> {
                if (isTicket(carried.ticket())) {
                    note(desk, carried, null, 1, sentence);
                }
                yield new CarriedList.Answer(false, sentence);
            }
            case TicketReading.Cancelled(var held, var sentence) -> {
                var people = Heads.announced(held.registration()).people();
                note(desk, carried, held.registration().id(), people, sentence);
                yield new CarriedList.Answer(false, sentence);
            }
            case TicketReading.Good(var held) -> {
                var act = new CheckIn.Act(held.registration(), carried.heads(), carried.at(), by);
                var welcome =
                        carried.what() == CarriedAct.What.HERE ? checkIn.welcome(desk, act) : checkIn.undo(desk, act);
                yield new CarriedList.Answer(!(welcome instanceof Welcome.TurnedAway), welcome.sentence());
            }
        };
    }

    /// What could not even be typed let nobody in.
    private static boolean isTicket(String ticket) {
        return TicketSigner.looksLikeTicket(ticket)
                || HumanCode.parse(ticket, Ticket.SIGNS).isPresent();
    }

    private static String shown(String ticket) {
        return HumanCode.parse(ticket, Ticket.SIGNS)
                .map(code -> "Billet " + code.shown())
                .orElseGet(() ->
                        TicketSigner.looksLikeTicket(ticket) ? "Billet scanné" : "Personnes venues sans inscription");
    }

    private CarriedList list(Desk desk, PersonId by, List<CarriedList.Answer> answers) {
        var all = guests.all(desk.session());
        var standing =
                guests.guests(desk.session(), all.stream().filter(Held::stands).toList());
        var count = guests.count(desk.session(), standing);
        var byId = standing.stream()
                .collect(Collectors.toMap(guest -> guest.registration().id(), Function.identity()));
        return new CarriedList(
                codes.code(desk.session().id(), by, desk.now()).shown(),
                desk.now().toEpochMilli(),
                desk.session().end().toInstant().plus(KEPT).toEpochMilli(),
                Objects.requireNonNullElse(desk.refusal(), ""),
                desk.isClosed(),
                new CarriedList.Numbers(
                        count.registered().registrations(), count.present().registrations(), count.walkIns()),
                all.stream()
                        .map(held -> line(held, byId.get(held.registration().id())))
                        .toList(),
                answers,
                reviews.open(desk).stream().map(shown -> toReview(desk, shown)).toList());
    }

    private static CarriedList.ToReview toReview(Desk desk, Review.Shown shown) {
        return new CarriedList.ToReview(
                shown.review().id().toString(),
                "%s, entré à %s. %s"
                        .formatted(
                                shown.who(),
                                French.hour(shown.review()
                                        .at()
                                        .atZone(desk.session().start().getZone())
                                        .toLocalTime()),
                                shown.review().sentence()));
    }

    private CarriedList.Line line(Held held, @Nullable Guest guest) {
        var ticket = signer.ticket(held.registration().id());
        if (guest == null) {
            return new CarriedList.Line(ticket.text(), ticket.code().value(), "", "", false, 0, 0, 0, true);
        }
        var announced = Heads.announced(held.registration());
        var arrival = guest.arrival();
        return new CarriedList.Line(
                ticket.text(),
                ticket.code().value(),
                guest.name(),
                guest.about(),
                guest.isClass(),
                announced.pupils(),
                announced.adults(),
                arrival != null && arrival.here() && !arrival.presumed()
                        ? arrival.at().toEpochMilli()
                        : 0,
                false);
    }
}
