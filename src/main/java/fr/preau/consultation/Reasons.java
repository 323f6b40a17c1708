package fr.preau.consultation;

import fr.preau.allocation.Allocation;
import fr.preau.allocation.Allocator;
import fr.preau.allocation.Explanation;
import fr.preau.allocation.Explanations;
import fr.preau.allocation.Instance;
import fr.preau.allocation.Lottery;
import fr.preau.consultation.Reason.Line;
import fr.preau.consultation.Reason.Sum;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Says to one person why the draw gave them what it gave. The draw is made again from its frozen wishes: it is quick,
/// and always gives the same.
@Component
class Reasons {
    private static final int KEPT = 32;
    private static final String TAKES_NOBODYS =
            "il faudrait qu'une personne déjà placée y perde, ce qu'aucune passe ne fait.";

    private final SessionRepository sessions;
    private final WorkshopRepository workshops;
    private final DrawRepository draws;
    private final Pass.Maker passes;
    private final Map<SessionId, Made> lately = new LinkedHashMap<>();

    Reasons(SessionRepository sessions, WorkshopRepository workshops, DrawRepository draws, Pass.Maker passes) {
        this.sessions = sessions;
        this.workshops = workshops;
        this.draws = draws;
        this.passes = passes;
    }

    private record Made(Allocation allocation, Explanations explanations, Map<String, Integer> places) {}

    /// Empty before the draw, while it is withheld, and for who came after it.
    Optional<Reason> of(SessionId id, Participant person) {
        var session = sessions.find(id).orElseThrow();
        if (draws.of(id).isEmpty() || person.awaits(workshops.of(id))) {
            return Optional.empty();
        }
        synchronized (lately) {
            var made = lately.computeIfAbsent(id, _ -> make(session));
            if (lately.size() > KEPT) {
                lately.remove(lately.keySet().iterator().next());
            }
            return Optional.ofNullable(made.places().get(person.pseudonym()))
                    .map(place -> reason(session, made, place));
        }
    }

    /// What keeps a person now from each wish they would like better, after the passes that withdrawals
    /// set off: the question of a pass, asked of the seats as they are. Empty when there was no pass, and when
    /// another would still move somebody.
    List<Line> now(SessionId id, Participant person) {
        var session = sessions.find(id).orElseThrow();
        if (draws.of(id).stream().noneMatch(draw -> draw.kind() == DrawRepository.Kind.PASS)) {
            return List.of();
        }
        var pass = passes.of(session);
        return pass.moved().isEmpty() ? better(session, pass.allocation(), person) : List.of();
    }

    private List<Line> better(Session session, Allocation allocation, Participant person) {
        var instance = allocation.instance();
        var place = places(instance).get(person.pseudonym());
        if (place == null) {
            return List.of();
        }
        var explanations = new Explanations(allocation);
        var titles = titles(session);
        var held = allocation.rank(place);
        return IntStream.range(0, held < 0 ? instance.wishes(place) : held)
                .mapToObj(rank -> new Line(
                        rank + 1,
                        title(titles, instance, instance.wish(place, rank)),
                        false,
                        still(explanations.why(place, rank), instance.ranks()),
                        null))
                .toList();
    }

    private Made make(Session session) {
        var instance = draws.frozen(session.id()).orElseThrow().instance();
        var seed = draws.of(session.id()).getFirst().seed();
        var rule = Objects.requireNonNull(session.drawing().rule());
        var allocation = Allocator.run(instance, rule, Lottery.drawn(instance, seed));
        return new Made(allocation, new Explanations(allocation), places(instance));
    }

    private static Map<String, Integer> places(Instance instance) {
        return IntStream.range(0, instance.participants())
                .boxed()
                .collect(Collectors.toMap(instance::participant, place -> place));
    }

    private Reason reason(Session session, Made made, int place) {
        var allocation = made.allocation();
        var instance = allocation.instance();
        var titles = titles(session);
        var lines = new ArrayList<Line>();
        for (var rank = 0; rank < instance.wishes(place); rank++) {
            var wish = instance.wish(place, rank);
            var held = allocation.rank(place) == rank;
            var better = allocation.rank(place) < 0 || rank < allocation.rank(place);
            lines.add(new Line(
                    rank + 1,
                    title(titles, instance, wish),
                    held,
                    better ? sentence(made.explanations().why(place, rank), instance.ranks()) : "",
                    sum(allocation, place, rank)));
        }
        return new Reason(
                allocation.rule(),
                allocation.lottery().number(place),
                instance.participants(),
                lines,
                allocation.workshop(place) != Allocation.NO_SEAT,
                allocation.prices().map(prices -> prices.cost(instance.ranks())).orElse(null));
    }

    private static @org.jspecify.annotations.Nullable Sum sum(Allocation allocation, int place, int rank) {
        var instance = allocation.instance();
        return allocation
                .prices()
                .map(prices ->
                        new Sum(prices.cost(rank), prices.of(instance.wish(place, rank), instance.category(place))))
                .orElse(null);
    }

    private Map<String, String> titles(Session session) {
        var all = workshops.of(session.id());
        var names = Frozen.names(all);
        return all.stream()
                .collect(Collectors.toMap(
                        workshop -> Objects.requireNonNull(names.get(workshop.id())), Workshop::title));
    }

    private static String title(Map<String, String> titles, Instance instance, int workshop) {
        return titles.getOrDefault(instance.workshops().get(workshop).id(), "");
    }

    private static String still(Explanation explanation, int ranks) {
        return switch (explanation) {
            case Explanation.Closed() -> TAKES_NOBODYS;
            case Explanation.Full full when full.atNumber() == 0 -> TAKES_NOBODYS;
            default -> sentence(explanation, ranks);
        };
    }

    private static String sentence(Explanation explanation, int ranks) {
        return switch (explanation) {
            case Explanation.Full(var atNumber, var number) ->
                atNumber == 0
                        ? "cet atelier n'avait aucune place à donner."
                        : "complet au numéro %s du tirage ; le vôtre est le %s."
                                .formatted(French.number(atNumber), French.number(number));
            case Explanation.Collective(var chain, var change) ->
                "vous y mettre déplacerait %s et ferait moins bien pour l'ensemble : %s."
                        .formatted(
                                French.count(chain.size() - 1L, "autre personne", "autres personnes"),
                                change(change, ranks));
            case Explanation.Drawn(var chain, var atNumber, var number) ->
                "ce serait aussi bien pour l'ensemble, mais il faudrait déplacer %s, et le tirage place avant vous une personne qui y perdrait (numéro %s ; le vôtre est le %s)."
                        .formatted(
                                French.count(chain.size() - 1L, "autre personne", "autres personnes"),
                                French.number(atNumber),
                                French.number(number));
            case Explanation.Closed() -> "aucun échange de places ne peut vous y mettre.";
        };
    }

    /// « 1 vœu numéro 1 de plus, 2 vœux numéro 2 de moins ».
    private static String change(List<Integer> change, int ranks) {
        return IntStream.range(0, change.size())
                .filter(rank -> change.get(rank) != 0)
                .mapToObj(rank -> {
                    var count = Math.abs(change.get(rank));
                    var who = rank == ranks
                            ? French.count(count, "personne sans place", "personnes sans place")
                            : French.count(count, "vœu", "vœux") + " numéro " + (rank + 1);
                    return who + (change.get(rank) > 0 ? " de plus" : " de moins");
                })
                .collect(Collectors.joining(", "));
    }
}
