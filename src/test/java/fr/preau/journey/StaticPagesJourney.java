package fr.preau.journey;

import fr.preau.PreauTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@PreauTest
@ExtendWith(Scene.Setting.class)
class StaticPagesJourney {
    @Test
    void readsWhatTheLawAsksFor(Scene scene) {
        scene.visitor().open("/accessibilite").reads("Accessibilité").follow("Accessibilité");
    }

    @Test
    void isToldWhenAPageDoesNotExist(Scene scene) {
        scene.visitor(Way.KEYBOARD, Screen.PHONE).open("/nulle-part").reads("Page introuvable");
    }
}
