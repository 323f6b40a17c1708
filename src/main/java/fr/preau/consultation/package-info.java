/// A territorial consultation [EGN]: a national question, half-days held département by département, workshops chosen
/// by ranked wishes within the seats there are, and the proof, for each person, that their seat was fairly given.
@ApplicationModule(
        allowedDependencies = {
            "account",
            "allocation",
            "audit",
            "database",
            "retention",
            "territory",
            "verification",
            "web"
        })
@NullMarked
package fr.preau.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
