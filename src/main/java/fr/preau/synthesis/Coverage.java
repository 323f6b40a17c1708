package fr.preau.synthesis;

import fr.preau.web.French;

/// How far a level is with what it received: pieces are dealt with for the whole they are of. `toReview` are those
/// dealt with before something changed below (invariant C7).
record Coverage(int received, int dealt, int toReview, int withdrawn) {
    boolean isComplete() {
        return dealt == received && toReview == 0;
    }

    int left() {
        return received - dealt;
    }

    /// « 612 reçues, 598 traitées, 14 à traiter ».
    String words() {
        var words = "%s, %s"
                .formatted(French.count(received, "reçue", "reçues"), French.count(dealt, "traitée", "traitées"));
        if (left() > 0) {
            words += ", %s à traiter".formatted(French.number(left()));
        }
        return toReview > 0 ? words + ", %s à revoir".formatted(French.number(toReview)) : words;
    }
}
