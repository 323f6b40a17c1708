/// What every module stands on: the PostgreSQL server, embedded when none is named, and the timetable of scheduled
/// work kept in it. No domain here.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.preau.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
