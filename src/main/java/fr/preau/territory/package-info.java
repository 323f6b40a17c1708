/// Where things are: régions académiques, académies, départements and communities, the national school directory, and
/// how far one point is from another.
@ApplicationModule(allowedDependencies = {"database", "retention", "web"})
@NullMarked
package fr.preau.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
