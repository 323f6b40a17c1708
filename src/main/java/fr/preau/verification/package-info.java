/// Checks a seating somebody else computed: everything from the instance and the published result alone, nothing shared
/// with
/// what computed it. Plain Java, like `allocation`, which it does not know.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.preau.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
