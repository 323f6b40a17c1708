package fr.preau.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
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
class ModuleMigrations implements FlywayMigrationStrategy {
    private static final String FOLDER = "db/migration";
    private static final String ROOT = "__root";
    private static final Pattern MODULE = Pattern.compile(".*/" + FOLDER + "/([^/]+)/[^/]+\\.sql");

    @Override
    public void migrate(Flyway flyway) {
        migrate(flyway, ROOT, "");
        modules().forEach(module -> migrate(flyway, module, "_" + module));
    }

    private static void migrate(Flyway flyway, String folder, String suffix) {
        var configuration = flyway.getConfiguration();
        Flyway.configure(Objects.requireNonNull(configuration.getClassLoader()))
                .configuration(configuration)
                .locations("classpath:%s/%s".formatted(FOLDER, folder))
                .table(configuration.getTable() + suffix)
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .load()
                .migrate();
    }

    private static Iterable<String> modules() {
        try {
            var modules = new TreeSet<String>();
            for (var script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:%s/*/*.sql".formatted(FOLDER))) {
                modules.add(module(script));
            }
            modules.remove(ROOT);
            return modules;
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
