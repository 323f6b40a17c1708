/// What a school does with an edition: its head's commitment, the programme page it shows, and what each of its classes
/// met, year after year.
@ApplicationModule(
        allowedDependencies = {
            "account",
            "attendance",
            "catalogue",
            "database",
            "event",
            "programme",
            "registration",
            "retention",
            "territory",
            "web"
        })
@NullMarked
package fr.preau.school;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
