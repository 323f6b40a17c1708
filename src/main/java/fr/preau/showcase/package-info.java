/// The Trophées NSI: what teams of pupils made, submitted by their teacher, read over by the territory's moderators,
/// shown in a public gallery. A pupil's surname, photograph or voice stands there only as long as it is allowed
/// (decision 17).
@ApplicationModule(
        allowedDependencies = {"account", "catalogue", "database", "event", "programme", "retention", "territory", "web"
        })
@NullMarked
package fr.preau.showcase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
