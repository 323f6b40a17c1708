/// Mail and calendar messages: hears every module's news, writes each message in the transaction of the fact it
/// announces, and delivers it later. Nobody depends on it.
@ApplicationModule(
        allowedDependencies = {
            "account",
            "attendance",
            "backup",
            "consultation",
            "contribution",
            "database",
            "event",
            "programme",
            "registration",
            "retention",
            "showcase",
            "territory",
            "web"
        })
@NullMarked
package fr.preau.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
