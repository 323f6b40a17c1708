package fr.preau.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Brings the database to this version: what belongs to no module first (`db/migration/__root`), then each module's own
/// folder, with a history of its own, so that two modules both have a V1. In any order: no module's SQL names another's
/// schema.
///
/// Spring Modulith's runtime does the same in the order of the modules' dependencies, and reads every class at each
/// start to know it: that was half of the time to start, and 120 MB. Folders and histories keep the names it gave them.
@Component
public class ModuleMigrations implements FlywayMigrationStrategy {
    /// The folder of what belongs to no module.
    public static final String ROOT = "__root";

    private static final String FOLDER = "db/migration";
    private static final Pattern MODULE = Pattern.compile(".*/" + FOLDER + "/([^/]+)/[^/]+\\.sql");

    private final DatabaseUse use;
    private final boolean embedded;

    ModuleMigrations(
            @Value("${preau.database.use:SERVE}") DatabaseUse use, @Value("${spring.datasource.url:}") String external) {
        this.use = use;
        this.embedded = external.isBlank();
    }

    /// A migration of a module, and the mark of its words as Flyway writes it down.
    public record Step(String version, int checksum) {}

    @Override
    public void migrate(Flyway flyway) {
        var configuration = flyway.getConfiguration();
        var database = new DatabaseState(Objects.requireNonNull(configuration.getDataSource()));
        database.refuseUnfinished();
        if (use == DatabaseUse.JOIN) {
            database.refuseEmpty();
        }
        modules().forEach(module -> migrate(configuration, module, MigrationVersion.LATEST));
    }

    /// Brings a database to this version, whatever the settings.
    public void migrate(DataSource database) {
        modules().forEach(module -> migrate(plain(database), module, MigrationVersion.LATEST));
    }

    /// Makes the tables of these modules as they were at these versions.
    public void migrate(DataSource database, Map<String, String> versions) {
        Stream.concat(Stream.of(ROOT), versions.keySet().stream().filter(module -> !module.equals(ROOT)))
                .forEach(module -> migrate(
                        plain(database),
                        module,
                        MigrationVersion.fromVersion(Objects.requireNonNull(versions.get(module)))));
    }

    /// Every migration that this version has, module by module, as an empty database would be given them.
    public Map<String, List<Step>> known(DataSource empty) {
        var known = new LinkedHashMap<String, List<Step>>();
        for (var module : modules()) {
            var all = of(plain(empty), module, MigrationVersion.LATEST).info().all();
            known.put(
                    module,
                    Stream.of(all)
                            .map(migration -> new Step(
                                    migration.getVersion().getVersion(),
                                    Objects.requireNonNull(migration.getChecksum())))
                            .toList());
        }
        return known;
    }

    /// The table a module's history is kept in.
    public static String history(String module) {
        return module.equals(ROOT) ? "flyway_schema_history" : "flyway_schema_history_" + module;
    }

    private void migrate(Configuration configuration, String module, MigrationVersion target) {
        var flyway = of(configuration, module, target);
        try {
            flyway.migrate();
        } catch (FlywayValidateException invalid) {
            throw new DatabaseUnavailable(MigrationRefusal.invalid(flyway, module, embedded), invalid);
        } catch (FlywayException refused) {
            throw Optional.of(refused)
                    .flatMap(problem -> MigrationRefusal.missingRight(
                            problem, Objects.requireNonNull(configuration.getDataSource())))
                    .<RuntimeException>map(sentence -> new DatabaseUnavailable(sentence, refused))
                    .orElse(refused);
        }
    }

    private static Configuration plain(DataSource database) {
        return Flyway.configure(ModuleMigrations.class.getClassLoader())
                .dataSource(database)
                .ignoreMigrationPatterns(new String[0]);
    }

    private static Flyway of(Configuration configuration, String module, MigrationVersion target) {
        return Flyway.configure(Objects.requireNonNull(configuration.getClassLoader()))
                .configuration(configuration)
                .locations("classpath:%s/%s".formatted(FOLDER, module))
                .table(history(module))
                .target(target)
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .load();
    }

    /// What belongs to none first.
    private static List<String> modules() {
        try {
            var modules = new TreeSet<String>();
            for (var script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:%s/*/*.sql".formatted(FOLDER))) {
                modules.add(module(script));
            }
            modules.remove(ROOT);
            return Stream.concat(Stream.of(ROOT), modules.stream()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String module(Resource script) throws IOException {
        var address = MODULE.matcher(script.getURL().toString());
        if (!address.matches()) {
            throw new IllegalStateException("a migration outside its module's folder: " + script);
        }
        return address.group(1);
    }
}
