/// The whole database in one file, and back, on any PostgreSQL server that Préau runs on: `script/preau backup` and
/// `script/preau restore`. The format is in `docs/backup.md`, the reasons in decision 26. Nothing of any module is known
/// here: the tables are those that the database itself tells of.
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package fr.preau.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
