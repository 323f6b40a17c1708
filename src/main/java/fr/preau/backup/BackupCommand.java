package fr.preau.backup;

import fr.preau.database.Command;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// `script/preau backup FILE`.
@Component
class BackupCommand implements Command {
    private final ObjectProvider<DataSource> database;
    private final String version;

    BackupCommand(ObjectProvider<DataSource> database, @Value("${spring.application.version:}") String version) {
        this.database = database;
        this.version = version;
    }

    @Override
    public String name() {
        return Backups.BACKUP;
    }

    @Override
    public String usage() {
        return "backup FICHIER  écrit toute la base dans un fichier, pendant que Préau tourne ; il se restaure sur"
                + " n'importe quel PostgreSQL";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
            out.println(usage());
            return 2;
        }
        var file = Path.of(arguments.getFirst());
        try {
            var manifest = new BackupWriter(database.getObject(), version).write(file);
            out.printf(
                    "Sauvegarde écrite dans %s : %d tables, %d lignes. Elle contient des données personnelles : gardez-la à l'abri.%n",
                    file, manifest.tables().size(), manifest.rows());
            return 0;
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
    }
}
