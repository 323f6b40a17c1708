package fr.preau.territory;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The school directory.
@Component
public class Schools {
    public Optional<School> find(Uai uai) {
        throw new IllegalStateException();
    }

    /// Open schools whose name, commune or UAI look like these words, nearest spelling first; accents, case, hyphens
    /// and small typing errors do not matter.
    public List<School> search(String words, int limit) {
        throw new IllegalStateException();
    }

    /// Open schools within `kilometres` of a point, nearest first.
    public List<School> nearest(GeoPoint point, double kilometres, int limit) {
        throw new IllegalStateException();
    }
}
