package fr.preau.showcase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A project as anyone may see it at this moment: what is not allowed, or no longer, is not in it.
record Work(Listed listed, List<Mate> team, List<ProjectImage> images, ProjectContent.@Nullable Video video) {
    /// A pupil of the team: a first name, and the surname as long as it is allowed.
    record Mate(String name, @Nullable String surname) {
        String label() {
            return surname == null ? name : name.replaceFirst(" \\p{Lu}\\.$", "") + " " + surname;
        }
    }

    /// How many they are, when their teacher said or when they are still named.
    int size() {
        var pupils = listed.content().pupils();
        return pupils == null ? listed.content().team().size() : pupils;
    }

    List<String> what() {
        return paragraphs(listed.content().what());
    }

    List<String> how() {
        return paragraphs(listed.content().how());
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
