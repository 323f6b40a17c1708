package fr.preau.audit;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that cannot be read; the message is a sentence that names it.
final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private Unreadable(String sentence) {
        super(sentence);
    }

    /// Reads one file.
    interface Reading<T> {
        T read() throws IOException;
    }

    static <T> T named(Path file, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (NoSuchFileException _) {
            throw new Unreadable("Aucun fichier « %s ».".formatted(file));
        } catch (CharacterCodingException _) {
            throw new Unreadable("Le fichier « %s » n’est pas en UTF-8.".formatted(file));
        } catch (IOException problem) {
            throw new Unreadable("Le fichier « %s » ne se lit pas : %s.".formatted(file, problem.getMessage()));
        }
    }
}
