package fr.preau.account;

import fr.preau.web.Lacking;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Somebody must steer first: nobody else can invite them.
@Component
@Order(30)
class LackingPilots implements Lacking {
    private final RoleRepository roles;
    private final String named;

    LackingPilots(RoleRepository roles, @Value("${preau.pilots:}") String named) {
        this.roles = roles;
        this.named = named;
    }

    @Override
    public List<Setting> lacking() {
        return named.isBlank() && roles.countHolders(new Role.Pilot()) == 0
                ? List.of(new Setting(
                        "preau.pilots", "Personne ne pilote cette plateforme : nommez une première adresse."))
                : List.of();
    }
}
