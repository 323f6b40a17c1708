/// Events: offered by organisations, validated by a territory's moderators, listed for the public with their
/// sessions and seats.
@ApplicationModule(allowedDependencies = {"account", "database", "programme", "retention", "territory", "web"})
@NullMarked
package fr.preau.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
