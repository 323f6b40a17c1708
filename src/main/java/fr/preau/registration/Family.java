package fr.preau.registration;

import java.util.List;

/// Who one form names: a person, or a class, and the children who come as well.
record Family(Registrant registrant, List<Registrant.Pupil> children) {
    static Family of(Registrant alone) {
        return new Family(alone, List.of());
    }
}
