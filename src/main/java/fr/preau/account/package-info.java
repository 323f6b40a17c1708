/// People, organisations and roles: who signs in, what each may do and where, and the journal of who gave which role to
/// whom. Every other module asks [Viewer] and decides nothing itself.
@ApplicationModule(allowedDependencies = {"database", "retention", "territory", "web"})
@NullMarked
package fr.preau.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
