package fr.preau.territory;

import java.util.List;
import org.springframework.stereotype.Component;

/// Who teaches NSI, as the ministry last published it.
@Component
public class NsiLycees {
    private final SpecialityRepository specialities;

    NsiLycees(SpecialityRepository specialities) {
        this.specialities = specialities;
    }

    /// In the order of their UAI.
    public List<NsiLycee> all() {
        return specialities.teaching();
    }
}
