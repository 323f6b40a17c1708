package fr.preau.territory;

/// A point on the globe, WGS84, in degrees.
public record GeoPoint(double latitude, double longitude) {
    private static final double EARTH_RADIUS_KM = 6371.0;

    public GeoPoint {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("not on the globe");
        }
    }

    /// As the crow flies (haversine formula), in kilometres.
    public double kilometresTo(GeoPoint other) {
        var dLat = Math.toRadians(other.latitude - latitude) / 2;
        var dLon = Math.toRadians(other.longitude - longitude) / 2;
        var h = Math.pow(Math.sin(dLat), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(dLon), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
    }
}
