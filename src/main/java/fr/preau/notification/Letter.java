package fr.preau.notification;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a message says, written once and shown two ways, as plain text and as HTML ([LetterWriter]).
///
/// A letter says first what happened, then what to do and where; it ends with why one receives it and how long the
/// data behind it is kept.
record Letter(String subject, List<Part> parts, String why, String keeping) {
    /// What this installation is called ([fr.preau.web.Operator]), in words that do not know it yet.
    static final String SERVICE = "\u0003";

    sealed interface Part {}

    record Paragraph(String words) implements Part {}

    record Facts(List<Fact> facts) implements Part {}

    /// A line « Où : salle 12 » ; with `href`, the value is a link too.
    record Fact(String name, String value, @Nullable String href) {
        Fact(String name, String value) {
            this(name, value, null);
        }
    }

    /// The one thing to do, as a button or as an address on a line of its own.
    record Action(String label, String href) implements Part {}

    /// Somebody else's words, shown as such.
    record Quote(String words) implements Part {}

    static Letter titled(String subject) {
        return new Letter(subject, List.of(), "", "");
    }

    Letter says(String words) {
        return with(new Paragraph(words));
    }

    Letter facts(List<Fact> facts) {
        return with(new Facts(List.copyOf(facts)));
    }

    Letter quotes(String words) {
        return words.isBlank() ? this : with(new Quote(words.strip()));
    }

    /// Somebody else's words under a heading, or nothing at all when they said nothing.
    Letter quotes(String heading, String words) {
        return words.isBlank() ? this : says(heading).quotes(words);
    }

    Letter offers(String label, String href) {
        return with(new Action(label, href));
    }

    /// Why one receives it, and how long the data is kept.
    Letter because(String reason, String kept) {
        return new Letter(subject, parts, reason, kept);
    }

    private Letter with(Part part) {
        return new Letter(
                subject, Stream.concat(parts.stream(), Stream.of(part)).toList(), why, keeping);
    }
}
