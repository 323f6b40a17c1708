/// What is kept about people, why and until when: each module declares its forms here, one nightly task forgets what is
/// due, and the same declarations are the table of the privacy page. No domain.
@ApplicationModule(allowedDependencies = {"database", "web"})
@NullMarked
package fr.preau.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
