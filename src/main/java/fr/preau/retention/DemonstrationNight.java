package fr.preau.retention;

import fr.preau.database.Demonstration;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A first night, so that pilots see what one leaves behind it.
@Component
@Profile("demonstration")
@Order(900)
class DemonstrationNight implements Demonstration {
    private final Night night;

    DemonstrationNight(Night night) {
        this.night = night;
    }

    @Override
    public void play(LocalDate monday) {
        night.run();
    }
}
