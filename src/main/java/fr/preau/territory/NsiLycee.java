package fr.preau.territory;

import org.jspecify.annotations.Nullable;

/// An open lycée that teaches the speciality *numérique et sciences informatiques*, with its pupils of *première* in
/// September of `year`. `point` is the school's, or the middle of its commune; null where neither is known.
public record NsiLycee(School school, @Nullable GeoPoint point, int year, int girls, int boys) {
    public int pupils() {
        return girls + boys;
    }
}
