/// What the public sees of events: the home page, the catalogue and its searches, the map and its table, an event's
/// page, feeds, the open data and the programming interface. Reads what `event` listed, writes nothing.
@ApplicationModule(allowedDependencies = {"account", "event", "programme", "territory", "web"})
@NullMarked
package fr.preau.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
