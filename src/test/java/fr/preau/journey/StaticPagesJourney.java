package fr.preau.journey;

import fr.preau.PreauTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@PreauTest
@ExtendWith(Scene.Setting.class)
class StaticPagesJourney {
    @Test
    void readsWhatTheLawAsksFor(Scene scene) {
        var reader = scene.visitor();
        for (var page : List.of("/", "/aide", "/accessibilite", "/vie-privee", "/mentions-legales", "/territoires")) {
            reader.open(page);
        }
    }

    @Test
    void isToldWhenAPageDoesNotExist(Scene scene) {
        scene.visitor(Way.KEYBOARD, Screen.PHONE).open("/nulle-part").reads("Page introuvable");
    }
}
