package fr.preau.consultation;

import java.util.Map;

/// What became of a session that its coordinator wrote anew.
sealed interface SessionChange {
    record Done() implements SessionChange {}

    /// Somebody else changed it since it was read.
    record Stale() implements SessionChange {}

    /// It would break what people were promised: why, by field.
    record Broken(Map<String, String> sentences) implements SessionChange {
        public Broken {
            sentences = Map.copyOf(sentences);
        }
    }
}
