package fr.preau.event;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.GeoPoint;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Where someone whose session is full is sent: no further than need be.
@PreauTest
class SimilarEventsTests {
    private static final GeoPoint FOIX = new GeoPoint(42.966, 1.607);
    private static final GeoPoint VARILHES = new GeoPoint(43.047, 1.628);
    private static final GeoPoint TOULOUSE = new GeoPoint(43.604, 1.444);
    private static final GeoPoint LILLE = new GeoPoint(50.629, 3.057);

    @Autowired
    private SimilarEvents similar;

    @Autowired
    private EventFixtures events;

    @Autowired
    private EditionFixtures editions;

    private Edition week;
    private EventFixtures.Published full;

    @BeforeEach
    void anEventInFoix() {
        week = editions.open();
        full = events.published()
                .in(week)
                .kind("atelier")
                .at("Foix", "09", FOIX)
                .now();
    }

    @Test
    void putWhatIsNearBeforeWhatIsAlikeAndFar() {
        there("Loin, pareil", "atelier", "Lille", "59", LILLE);
        there("Ville voisine, pareil", "atelier", "Toulouse", "31", TOULOUSE);
        there("À côté, autre genre", "conference", "Varilhes", "09", VARILHES);

        assertThat(titles(2)).containsExactly("À côté, autre genre", "Ville voisine, pareil", "Loin, pareil");
    }

    @Test
    void putWhatIsAlikeFirstAmongWhatIsNear() {
        there("À côté, autre genre", "conference", "Foix", "09", FOIX);
        there("À côté, pareil", "atelier", "Varilhes", "09", VARILHES);

        assertThat(titles(2)).containsExactly("À côté, pareil", "À côté, autre genre");
    }

    @Test
    void leaveOutWhatHasNotEnoughRoom() {
        there("Assez grand", "atelier", "Foix", "09", FOIX);
        events.published()
                .in(week)
                .titled("Trop petit")
                .at("Foix", "09", FOIX)
                .seats(1)
                .now();

        assertThat(titles(2)).containsExactly("Assez grand");
    }

    private void there(String title, String kind, String commune, String departement, GeoPoint point) {
        events.published()
                .in(week)
                .titled(title)
                .kind(kind)
                .at(commune, departement, point)
                .now();
    }

    private List<String> titles(int seats) {
        return similar.to(full.id(), new SimilarEvents.Need(seats, false)).stream()
                .map(found -> found.event().title())
                .toList();
    }
}
