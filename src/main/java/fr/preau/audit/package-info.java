/// Allocation on files, for whoever wants to seat people or check a seating with nothing but two files and this
/// program:
/// reads wishes and seats, writes a result that holds all its proof, reads it back and has it verified. No server, no
/// database.
@ApplicationModule(allowedDependencies = {"allocation", "verification"})
@NullMarked
package fr.preau.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
