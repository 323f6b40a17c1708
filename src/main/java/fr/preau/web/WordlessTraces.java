package fr.preau.web;

import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/// Stack traces as the structured log keeps them: which exceptions and where, never their messages, since these repeat
/// what people typed. Named in `application.yaml`.
public class WordlessTraces implements StackTracePrinter {
    private static final int LENGTH = 20_000;

    private final StackTracePrinter printer = StandardStackTracePrinter.rootLast()
            .withMaximumLength(LENGTH)
            .withFormatter(problem -> problem.getClass().getName());

    @Override
    public void printStackTrace(Throwable problem, Appendable trace) throws IOException {
        printer.printStackTrace(problem, trace);
    }
}
