/// What the territories see of an edition: who offers, who comes, where nothing is near, and whether girls do. Reads
/// the figures of the modules below; of its own it keeps only which shares of girls it has shown.
@ApplicationModule(
        allowedDependencies = {"account", "event", "programme", "registration", "school", "territory", "web"})
@NullMarked
package fr.preau.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
