package fr.preau.retention;

import java.time.Instant;
import java.util.List;

/// One form's promise: what it asks of people, and the end it sets to keeping it (decision 15). A bean of the module
/// that owns the form; the nightly task calls it, the privacy page and `docs/privacy.md` print it.
public interface Retention {
    /// Never changes: it names the promise in reports and orders the night. For instance `registration-individual`.
    String code();

    Promise promise();

    /// How many rows are due at `now`: what a dry run reports.
    int due(Instant now);

    /// Forgets at most `most` rows that are due at `now`, in one short transaction, and keeps what is only a count.
    ///
    /// @return how many were forgotten; fewer than `most` means that none is left
    int forget(Instant now, int most);

    /// The promise in French words a pupil understands: the form, its personal fields, why they are asked, who sees
    /// them, and for how long they are kept.
    record Promise(String form, List<String> fields, String purpose, String seenBy, String keptFor) {
        public Promise {
            fields = List.copyOf(fields);
        }
    }
}
