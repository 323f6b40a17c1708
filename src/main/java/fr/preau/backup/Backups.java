package fr.preau.backup;

import fr.preau.database.DatabaseAlone;
import org.springframework.context.annotation.Import;

/// The commands that work on the database as it is, before anything is migrated: they are run without the platform.
@Import({DatabaseAlone.class, BackupCommand.class, RestoreCommand.class})
public final class Backups {
    static final String BACKUP = "backup";
    static final String RESTORE = "restore";

    private Backups() {}

    public static boolean knows(String command) {
        return command.equals(BACKUP) || makes(command);
    }

    /// Whether the command makes a database where there is none.
    public static boolean makes(String command) {
        return command.equals(RESTORE);
    }
}
