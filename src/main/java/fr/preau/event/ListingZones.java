package fr.preau.event;

import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The time an event is told in: that of its département, else of the first one it is offered in, else Paris.
@Component
class ListingZones {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Territories territories;

    ListingZones(Territories territories) {
        this.territories = territories;
    }

    ZoneId of(@Nullable String departement, List<String> offeredIn) {
        return Stream.concat(Stream.ofNullable(departement), offeredIn.stream())
                .flatMap(code -> territories.departement(code).stream())
                .map(Departement::zone)
                .findFirst()
                .orElse(PARIS);
    }
}
