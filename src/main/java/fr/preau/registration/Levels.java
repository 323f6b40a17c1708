package fr.preau.registration;

import fr.preau.event.Audience;
import fr.preau.event.PublishedEvent;
import fr.preau.web.Choice;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// School levels, as forms offer them in their field `niveau`.
final class Levels {
    private static final List<Audience> ALL =
            Stream.of(Audience.values()).filter(Audience::isLevel).toList();

    private Levels() {}

    /// The levels an event names; all of them when it names none or is for everyone.
    static List<Audience> welcomed(PublishedEvent event) {
        var named = ALL.stream().filter(event.audience()::contains).toList();
        return named.isEmpty() || event.audience().contains(Audience.PUBLIC) ? ALL : named;
    }

    static List<Choice> choices(PublishedEvent event) {
        return Choice.of(welcomed(event), Audience::name, Audience::french);
    }

    static @Nullable Audience read(String typed, BindingResult errors) {
        var level = ALL.stream().filter(one -> one.name().equals(typed)).findFirst();
        if (level.isEmpty()) {
            errors.rejectValue("niveau", "level", "Choisissez un niveau dans la liste.");
        }
        return level.orElse(null);
    }
}
