package fr.preau.attendance;

import fr.preau.account.PersonId;
import fr.preau.registration.Held;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    CarriedLists(
            CarriedListRepository codes,
            GuestList guests,
            TicketSigner signer,
            TicketReader tickets,
            CheckIn checkIn,
            Desks desks) {
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
                .map(act -> play(here.read(act.ticket()), desk, act, by))
                .orElseGet(() -> new CarriedList.Answer(false, "Une arrivée gardée sur l'appareil est illisible."));
    }

    private CarriedList.Answer play(TicketReading reading, Desk desk, CarriedAct carried, PersonId by) {
        return switch (reading) {
            case TicketReading.Bad(var sentence) ->
                new CarriedList.Answer(false, "Billet %s : %s".formatted(shown(carried.ticket()), sentence));
            case TicketReading.Good(var held) -> {
                var act = new CheckIn.Act(held.registration(), carried.heads(), carried.at(), by);
                var welcome = carried.here() ? checkIn.welcome(desk, act) : checkIn.undo(desk, act);
                yield new CarriedList.Answer(!(welcome instanceof Welcome.TurnedAway), welcome.sentence());
            }
        };
    }

    private static String shown(String ticket) {
        return HumanCode.parse(ticket, Ticket.SIGNS).map(HumanCode::shown).orElse("scanné");
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
                answers);
    }

    private CarriedList.Line line(Held held, @org.jspecify.annotations.Nullable Guest guest) {
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
