package fr.preau.territory;

import org.jspecify.annotations.Nullable;

/// Degrees as files write them: with a point or a comma. Nothing outside the globe, and nothing at 0, 0, which means
/// « unknown » in more than one file.
final class Coordinates {
    private Coordinates() {}

    static @Nullable GeoPoint read(String latitude, String longitude) {
        try {
            var north = Double.parseDouble(latitude.strip().replace(',', '.'));
            var east = Double.parseDouble(longitude.strip().replace(',', '.'));
            return north == 0 && east == 0 ? null : new GeoPoint(north, east);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
