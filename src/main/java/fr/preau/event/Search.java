package fr.preau.event;

import fr.preau.territory.GeoPoint;
import fr.preau.territory.Territory;
import fr.preau.web.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a visitor looks for in the catalogue. `words` is empty when they did not say; `classSize` is zero when they do
/// not come with a class; a day is one of the event's own calendar.
public record Search(
        String words,
        @Nullable Near near,
        @Nullable Territory territory,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Audience audience,
        @Nullable String kind,
        @Nullable Format format,
        int classSize,
        Set<Accessibility> accessibility,
        Sort sort,
        int page) {
    public static final Search EVERYTHING =
            new Search("", null, null, null, null, null, null, null, 0, Set.of(), Sort.DATE, 1);

    /// Around a school or a commune, as the crow flies. Events that come to the schools of its département, and those
    /// followed online, are near whatever the distance.
    public record Near(String label, String departement, GeoPoint point, int kilometres) {
        public static final List<Integer> RADII = List.of(5, 10, 20, 30, 60, 100);
        public static final int USUAL = 30;
    }

    public enum Sort {
        PERTINENCE("les plus proches de vos mots"),
        DATE("les premiers à venir"),
        DISTANCE("les plus près");

        private final String french;

        Sort(String french) {
            this.french = french;
        }

        public String french() {
            return french;
        }
    }

    public static List<Choice> radii() {
        return Choice.of(Near.RADII, radius -> Integer.toString(radius), "%d km"::formatted);
    }

    /// What events of one territory are found by.
    public static Search in(Territory territory) {
        return new Search("", null, territory, null, null, null, null, null, 0, Set.of(), Sort.DATE, 1);
    }

    Search saying(String other) {
        return new Search(
                other, near, territory, from, until, audience, kind, format, classSize, accessibility, sort, page);
    }

    public Search onPage(int other) {
        return new Search(
                words, near, territory, from, until, audience, kind, format, classSize, accessibility, sort, other);
    }
}
