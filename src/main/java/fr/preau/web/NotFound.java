package fr.preau.web;

import java.util.function.Supplier;

/// What was asked for does not exist, or the visitor must not know that it does: a page 404. Thrown by controllers
/// only; services return an [Optional].
public class NotFound extends RuntimeException implements Supplier<NotFound> {
    private static final long serialVersionUID = 1L;

    /// `sentence` is shown to the visitor, in French.
    public NotFound(String sentence) {
        super(sentence, null, false, false);
    }

    @Override
    public NotFound get() {
        return this;
    }
}
