package fr.preau.wording;

import java.util.List;

/// Texts made of exactly the same words in the same order (« × 37 »): safe to show together; they stay separate
/// records. In the order given, two at least.
public record Group<T>(List<T> members, Basis basis) {
    public Group {
        members = List.copyOf(members);
    }
}
