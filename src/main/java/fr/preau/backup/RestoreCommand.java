package fr.preau.backup;

import fr.preau.database.Command;
import fr.preau.database.DatabaseName;
import fr.preau.database.ModuleMigrations;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// `script/preau restore FILE`: the file is found whole before there is a database.
@Component
class RestoreCommand implements Command {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'à' H 'h' mm", Locale.FRENCH).withZone(ZoneId.of("Europe/Paris"));

    private final ObjectProvider<DataSource> database;
    private final ObjectProvider<ModuleMigrations> migrations;
    private final ObjectProvider<DatabaseName> name;

    RestoreCommand(
            ObjectProvider<DataSource> database,
            ObjectProvider<ModuleMigrations> migrations,
            ObjectProvider<DatabaseName> name) {
        this.database = database;
        this.migrations = migrations;
        this.name = name;
    }

    @Override
    public String name() {
        return Backups.RESTORE;
    }

    @Override
    public String usage() {
        return "restore FICHIER  refait, dans une base vide, ce qu'une sauvegarde contient ; aucun courriel n'en part"
                + " avant qu'un pilote le décide";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
            out.println(usage());
            return 2;
        }
        try (var backup = BackupFile.open(Path.of(arguments.getFirst()))) {
            System.err.println("Base : " + name.getObject().french());
            new Restoration(database.getObject(), migrations.getObject()).restore(backup);
            out.println(done(backup.manifest()));
            return 0;
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            return 1;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String done(Manifest manifest) {
        return """
                Base restaurée comme elle était le %s : %d tables, %d lignes, relues et comparées.
                C'est une copie : aucun courriel n'en part, pas même les liens de connexion. Démarrez le serveur sur cette base ; un pilote s'y connecte avec le lien que donne « script/preau sign-in-link ADRESSE », et laisse partir les courriels, s'il le veut, à la page Courriers de son espace (/espace/administration/courriers).""".formatted(MOMENT.format(manifest.at()), manifest.tables().size(), manifest.rows());
    }
}
