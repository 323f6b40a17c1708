package fr.preau.indicator;

import fr.preau.programme.Edition;
import fr.preau.territory.Territory;
import fr.preau.territory.TileMap;
import fr.preau.web.French;
import fr.preau.web.Link;
import fr.preau.web.Pager;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A territory's coverage as its page shows it.
record CoverageView(
        Territory territory,
        List<Territory> above,
        List<Territory> others,
        Edition edition,
        Coverage coverage,
        LocalTime countedAt,
        Asked asked,
        TileMap map,
        List<Territory> rows,
        Pager pager) {
    /// Beyond so many squares of one's own, a link in each weighs more than the page may: the table links.
    private static final int LINKED_SQUARES = 20;
    static final String HERE = "/espace/couverture";

    /// What the page was asked for: its level (null for a département, which has nothing below) and its figure.
    record Asked(Territory.@Nullable Level level, Figure figure) {}

    /// A figure with its name.
    record Fact(String label, String figure) {}

    List<Fact> facts() {
        var counts = coverage.of(territory);
        var offered = counts.offered();
        return List.of(
                new Fact("Événements", French.number(offered.events())),
                new Fact("Places libres", outOf(offered.seatsLeft(), offered.seats())),
                new Fact("Visites libres en établissement", outOf(offered.visitsLeft(), offered.visits())),
                new Fact("Établissements engagés", French.number(counts.booked().committed())),
                new Fact(
                        "Établissements avec une classe inscrite",
                        French.number(counts.booked().schools())),
                new Fact("Classes inscrites", French.number(counts.booked().classes())),
                new Fact("Élèves de ces classes", French.number(counts.booked().pupils())),
                new Fact("Lycées NSI loin de tout événement", far(territory)),
                new Fact("Filles parmi les élèves inscrits", girlsBooked(territory)),
                new Fact("Filles parmi les élèves de NSI", percent(coverage.girlsTaught(territory))));
    }

    boolean linksSquares() {
        return territory.level() != Territory.Level.NATION && map.filledCount() <= LINKED_SQUARES;
    }

    boolean isGap(Territory row) {
        return coverage.of(row).offered().events() == 0;
    }

    String seats(Territory row) {
        var offered = coverage.of(row).offered();
        return outOf(offered.seatsLeft(), offered.seats());
    }

    String far(Territory row) {
        var taught = coverage.of(row).taught();
        if (taught.lycees() == 0) {
            return "—";
        }
        return taught.unplaced() == taught.lycees() ? "inconnu" : outOf(taught.far(), taught.lycees());
    }

    String girlsBooked(Territory row) {
        return coverage.hides(row) ? "masqué" : percent(coverage.girlsBooked(row));
    }

    String girls(Territory row) {
        return "%s / %s".formatted(girlsBooked(row), percent(coverage.girlsTaught(row)));
    }

    /// What to do next about this territory; null where nothing presses.
    @Nullable
    Link next(Territory row) {
        var far = coverage.of(row).taught().far();
        if (far > 0) {
            return new Link(lycees(row), "Prévenir " + French.count(far, "lycée", "lycées"));
        }
        return isGap(row) ? new Link("/evenements?format=ONLINE", "Offre en ligne") : null;
    }

    String href(Territory other) {
        return "%s/%s?edition=%s".formatted(HERE, other.key(), edition.id().value());
    }

    String lycees(Territory row) {
        return "%s/%s/lycees?edition=%s".formatted(HERE, row.key(), edition.id().value());
    }

    String csv() {
        return "%s/%s/couverture.csv?edition=%s"
                .formatted(HERE, territory.key(), edition.id().value());
    }

    /// What a département's code is added to, for the map.
    static String squares() {
        return HERE + "/DEPARTEMENT-";
    }

    String moment() {
        return French.hour(countedAt);
    }

    private static String outOf(int part, int whole) {
        return "%s sur %s".formatted(French.number(part), French.number(whole));
    }

    private static String percent(OptionalInt share) {
        return share.isPresent() ? share.getAsInt() + "\u00a0%" : "—";
    }
}
