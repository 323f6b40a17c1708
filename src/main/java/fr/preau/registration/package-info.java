/// People and classes on an event's seats: asking, keeping, changing and giving back.
@ApplicationModule(allowedDependencies = {"account", "database", "event", "programme", "retention", "territory", "web"})
@NullMarked
package fr.preau.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
