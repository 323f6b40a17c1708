package fr.preau.database;

/// The database cannot be had. The message is one sentence for the person who starts the platform, in French, saying
/// what to do.
public class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String sentence) {
        super(sentence);
    }

    public DatabaseUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
