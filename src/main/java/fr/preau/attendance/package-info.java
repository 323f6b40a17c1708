/// The day itself: tickets, who came, walk-ins, certificates, and the closing of a session's list.
@ApplicationModule(
        allowedDependencies = {
            "account",
            "database",
            "event",
            "programme",
            "registration",
            "retention",
            "territory",
            "web"
        })
@NullMarked
package fr.preau.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
