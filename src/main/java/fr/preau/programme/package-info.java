/// An edition of a programme: its calendar, its kinds of event, its partners. The Semaine du numérique has one a year.
@ApplicationModule(allowedDependencies = {"account", "database", "territory", "web"})
@NullMarked
package fr.preau.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
