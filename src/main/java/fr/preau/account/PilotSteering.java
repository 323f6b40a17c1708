package fr.preau.account;

import fr.preau.web.Steering;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// Who steers the platform: pilots.
@Component
class PilotSteering implements Steering {
    private final Viewers viewers;

    PilotSteering(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public boolean steers(HttpServletRequest request) {
        return viewers.of(request).isPilot();
    }
}
