package fr.preau;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    private final ApplicationModules modules = ApplicationModules.of(Preau.class);

    @Test
    void dependenciesBetweenModulesGoOnlyDownwards() {
        modules.verify();
    }
}
