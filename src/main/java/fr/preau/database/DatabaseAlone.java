package fr.preau.database;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The database as it is, with the settings of the platform and none of its modules: nothing is migrated, nothing runs.
@Import({EmbeddedDatabaseConfiguration.class, AwaitedDatabase.class, DatabaseName.class, ModuleMigrations.class})
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
public final class DatabaseAlone {}
