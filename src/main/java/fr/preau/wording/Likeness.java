package fr.preau.wording;

import java.util.List;

/// How two texts stand to each other, as far as words alone can tell.
///
/// Only [Same] may be shown as one without anybody reading. [NearCopy] may be proposed as the same to a person.
/// [PossiblyOpposed] may be shown, with what differs, and must never be proposed as the same: « je suis pour » and « je
/// ne suis pas pour » share nearly everything.
public sealed interface Likeness {
    /// The same words in the same order, whatever the case, the accents, the spaces and the punctuation.
    record Same() implements Likeness {}

    /// What differs is slips of the pen and articles.
    record NearCopy(Difference difference) implements Likeness {}

    record PossiblyOpposed(Difference difference, List<Doubt> doubts) implements Likeness {
        public PossiblyOpposed {
            doubts = List.copyOf(doubts);
        }
    }

    record Different() implements Likeness {}
}
