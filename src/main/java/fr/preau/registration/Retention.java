package fr.preau.registration;

import fr.preau.programme.Edition;
import java.time.LocalDate;

/// Until when a registration keeps its names and addresses (decision 15): two months after the edition's week, the time
/// to thank, to ask what it was worth and to answer a question. Then only counts are left.
final class Retention {
    private Retention() {}

    static LocalDate end(Edition edition) {
        return edition.lastDay().plusMonths(2);
    }
}
