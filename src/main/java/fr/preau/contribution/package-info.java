/// What was said: rapporteurs' reports, online and paper contributions, each a short piece of one nature, never
/// deleted.
@ApplicationModule(
        allowedDependencies = {"account", "consultation", "database", "retention", "territory", "web", "wording"})
@NullMarked
package fr.preau.contribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
