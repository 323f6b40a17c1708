package fr.preau.registration;

import fr.preau.event.Audience;
import fr.preau.event.PublishedEvent;
import java.util.List;
import java.util.stream.Stream;

/// School levels, as forms offer them.
final class Levels {
    private static final List<Audience> ALL =
            Stream.of(Audience.values()).filter(Audience::isLevel).toList();

    private Levels() {}

    /// The levels an event names; all of them when it names none or is for everyone.
    static List<Audience> welcomed(PublishedEvent event) {
        var named = ALL.stream().filter(event.audience()::contains).toList();
        return named.isEmpty() || event.audience().contains(Audience.PUBLIC) ? ALL : named;
    }
}
