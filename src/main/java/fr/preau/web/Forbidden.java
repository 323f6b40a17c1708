package fr.preau.web;

/// The visitor is known and may not do this: a page 403 with a sentence that says who may.
public class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Forbidden(String sentence) {
        super(sentence, null, false, false);
    }

    /// Refuses unless `allowed`.
    public static void unless(boolean allowed, String sentence) {
        if (!allowed) {
            throw new Forbidden(sentence);
        }
    }
}
