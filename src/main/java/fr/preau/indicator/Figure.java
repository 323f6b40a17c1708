package fr.preau.indicator;

import fr.preau.territory.Territory;
import java.util.Comparator;
import java.util.function.ToIntBiFunction;

/// A figure the map can draw. `french` is its name; `one` and `many` what it counts.
enum Figure {
    EVENTS(
            "evenements",
            "Événements",
            "événement",
            "événements",
            (all, in) -> all.of(in).offered().events()),
    SEATS(
            "places",
            "Places offertes",
            "place offerte",
            "places offertes",
            (all, in) -> all.of(in).offered().seats()),
    LEFT(
            "places-libres",
            "Places libres",
            "place libre",
            "places libres",
            (all, in) -> all.of(in).offered().seatsLeft()),
    COMMITTED(
            "engages",
            "Établissements engagés",
            "établissement engagé",
            "établissements engagés",
            (all, in) -> all.of(in).booked().committed()),
    SCHOOLS(
            "inscrits",
            "Établissements avec une classe inscrite",
            "établissement inscrit",
            "établissements inscrits",
            (all, in) -> all.of(in).booked().schools()),
    CLASSES(
            "classes",
            "Classes inscrites",
            "classe inscrite",
            "classes inscrites",
            (all, in) -> all.of(in).booked().classes()),
    PUPILS(
            "eleves",
            "Élèves de ces classes",
            "élève inscrit",
            "élèves inscrits",
            (all, in) -> all.of(in).booked().pupils()),
    FAR(
            "lycees-loin",
            "Lycées NSI loin de tout événement",
            "lycée NSI loin de tout",
            "lycées NSI loin de tout",
            (all, in) -> all.of(in).taught().far()),
    GIRLS(
            "filles",
            "Part de filles inscrites, en pour cent",
            "% de filles",
            "% de filles",
            (all, in) -> all.girlsBooked(in).orElse(0));

    private final String code;
    private final String french;
    private final String one;
    private final String many;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
    private final ToIntBiFunction<Coverage, Territory> value;

    Figure(String code, String french, String one, String many, ToIntBiFunction<Coverage, Territory> value) {
        this.code = code;
        this.french = french;
        this.one = one;
        this.many = many;
        this.value = value;
    }

    String code() {
        return code;
    }

    String french() {
        return french;
    }

    String one() {
        return one;
    }

    String many() {
        return many;
    }

    int of(Coverage coverage, Territory territory) {
        return value.applyAsInt(coverage, territory);
    }

    /// Gaps first: those without any event, then where this figure is worst, then where most lycées are far.
    Comparator<Territory> gapsFirst(Coverage coverage) {
        Comparator<Territory> byFigure = Comparator.comparingInt(territory -> of(coverage, territory));
        return Comparator.comparing((Territory territory) ->
                        coverage.of(territory).offered().events() > 0)
                .thenComparing(this == FAR ? byFigure.reversed() : byFigure)
                .thenComparing(Comparator.comparingInt((Territory territory) -> FAR.of(coverage, territory))
                        .reversed())
                .thenComparing(Territory::name);
    }
}
