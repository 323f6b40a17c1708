package fr.preau.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// Whom PostgreSQL runs as. It refuses root, so root runs it in a user namespace, where root is nobody; where
/// namespaces are refused, as the unprivileged account `nobody`, to whom the data folder is then given.
enum RunAs {
    OURSELVES(List.of()),
    NAMESPACE(List.of("unshare", "--user")),
    NOBODY(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));

    @SuppressWarnings("ImmutableEnumChecker") // a List.of never changes
    private final List<String> prefix;

    RunAs(List<String> prefix) {
        this.prefix = prefix;
    }

    static RunAs choose(Path home) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OURSELVES;
        }
        // A folder once given away stays the other account's, whatever this machine allows today.
        if (!"nobody".equals(Files.getOwner(home).getName()) && NAMESPACE.works(List.of("true"))) {
            return NAMESPACE;
        }
        if (NOBODY.works(List.of("test", "-x", home.toString()))) {
            return NOBODY;
        }
        throw new DatabaseUnavailable(
                "PostgreSQL refuse de tourner en root, et le compte nobody n'a pas accès à %s : lancez Préau avec un compte ordinaire, ou placez le dossier de données ailleurs (--preau.data=/var/lib/preau)."
                        .formatted(home));
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    void own(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        var nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.setOwner(directory, nobody);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.setOwner(file, nobody);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private boolean works(List<String> probe) throws IOException {
        try {
            return new ProcessBuilder(command(probe))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
