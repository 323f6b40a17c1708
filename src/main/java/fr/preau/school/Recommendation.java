package fr.preau.school;

import fr.preau.account.PersonId;
import fr.preau.event.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that a school's staff advise. `shown` is what the head published of the sentence, null before that.
record Recommendation(
        EventId event, String sentence, @Nullable String shown, PersonId author, Instant at) {
    static final int SENTENCE = 300;
    static final int MOST = 100;

    /// Whether the page does not say yet what its author wrote.
    boolean waits() {
        return !sentence.equals(shown);
    }
}
