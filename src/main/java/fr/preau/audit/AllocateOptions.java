package fr.preau.audit;

import fr.preau.allocation.Rule;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was typed after `allocate`.
///
/// @param seed empty when the draw is made from a public value, or when nothing is drawn
record AllocateOptions(
        Path wishes, Path seats, Rule rule, Optional<String> seed, Optional<String> publicValue, Optional<Path> out) {
    private static final Set<String> NAMES =
            Set.of("--wishes", "--seats", "--rule", "--seed", "--public-value", "--out");

    /// Arguments that are not understood; the message is a sentence.
    static final class Misunderstood extends RuntimeException {
        Misunderstood(String sentence) {
            super(sentence);
        }
    }

    static AllocateOptions of(List<String> arguments) {
        var typed = typed(arguments);
        var rule = Rule.of(required(typed, "--rule"))
                .orElseThrow(() -> new Misunderstood("La règle est tirage, equite ou premiers."));
        if (typed.containsKey("--seed") == typed.containsKey("--public-value")) {
            throw new Misunderstood("Il faut --seed ou --public-value, et pas les deux.");
        }
        return new AllocateOptions(
                Path.of(required(typed, "--wishes")),
                Path.of(required(typed, "--seats")),
                rule,
                Optional.ofNullable(typed.get("--seed")),
                Optional.ofNullable(typed.get("--public-value")),
                Optional.ofNullable(typed.get("--out")).map(Path::of));
    }

    private static Map<String, String> typed(List<String> arguments) {
        var typed = new HashMap<String, String>();
        for (var at = 0; at < arguments.size(); at++) {
            var word = arguments.get(at);
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (!NAMES.contains(name)) {
                throw new Misunderstood("L’option « %s » est inconnue.".formatted(name));
            }
            if (typed.containsKey(name) || (equals < 0 && at + 1 == arguments.size())) {
                throw new Misunderstood("L’option %s est répétée ou sans valeur.".formatted(name));
            }
            typed.put(name, equals < 0 ? arguments.get(++at) : word.substring(equals + 1));
        }
        return typed;
    }

    private static String required(Map<String, String> typed, String name) {
        var value = typed.get(name);
        if (value == null) {
            throw new Misunderstood("Il manque %s.".formatted(name));
        }
        return value;
    }
}
