package fr.preau.indicator;

import fr.preau.event.EventId;
import fr.preau.event.SeatFigures.Offer;
import fr.preau.territory.GeoPoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far events are. Only those one can go to count: an event online is no meeting, and one that comes to schools has
/// a few visits for a whole département, which would hide its gaps.
///
/// A thousand events times fifteen hundred lycées are looked through in memory: most are told far by their latitude.
final class Nearby {
    /// As far as a class goes and comes back in a half-day.
    static final int KILOMETRES = 30;
    private static final double KILOMETRES_PER_DEGREE = 111;

    private final List<Spot> spots;

    private record Spot(GeoPoint point, Offer offer) {}

    /// The nearest event.
    record Near(EventId event, String title, double kilometres) {
        boolean isFar() {
            return kilometres > KILOMETRES;
        }
    }

    private Nearby(List<Spot> spots) {
        this.spots = spots;
    }

    static Nearby of(Collection<Offer> offers) {
        Map<GeoPoint, Spot> spots = new HashMap<>();
        for (var offer : offers) {
            if (offer.point() != null) {
                spots.putIfAbsent(offer.point(), new Spot(offer.point(), offer));
            }
        }
        return new Nearby(List.copyOf(spots.values()));
    }

    Optional<Near> to(GeoPoint point) {
        @Nullable Spot nearest = null;
        var best = Double.MAX_VALUE;
        for (var spot : spots) {
            if (Math.abs(spot.point().latitude() - point.latitude()) * KILOMETRES_PER_DEGREE < best) {
                var kilometres = point.kilometresTo(spot.point());
                if (kilometres < best) {
                    best = kilometres;
                    nearest = spot;
                }
            }
        }
        return nearest == null
                ? Optional.empty()
                : Optional.of(new Near(nearest.offer().event(), nearest.offer().title(), best));
    }
}
