package fr.preau.database;

import java.time.LocalDate;

/// What a module shows in the demonstration: fictional, made through the same services as real use. Beans of the
/// profile `demonstration`, played in their `@Order` (the order of the modules, from the lowest up).
@FunctionalInterface
public interface Demonstration {
    /// Plays it for the week that starts on `monday`: once, even if an interrupted start plays it again. What does not
    /// depend on the week (schools, people) may be there already from an earlier one.
    void play(LocalDate monday);
}
