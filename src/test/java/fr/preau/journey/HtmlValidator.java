package fr.preau.journey;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import nu.validator.validation.SimpleDocumentValidator;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The Nu HTML checker, its schemas read once.
final class HtmlValidator {
    private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc";

    private static final int STACK = 16 << 20;

    private final SimpleDocumentValidator checker = new SimpleDocumentValidator(false, false, false);

    HtmlValidator() throws Exception {
        // Reading the schemas recurses deeper than a thread's usual stack allows.
        var reading = new FutureTask<@Nullable Void>(() -> {
            checker.setUpMainSchema(SCHEMA, new Errors(new ArrayList<>()));
            return null;
        });
        new Thread(null, reading, "schemas", STACK).start();
        reading.get();
    }

    /// The errors of this HTML as it was served, each with its line and column.
    List<String> errorsOf(String html) throws IOException, SAXException {
        var found = new ArrayList<String>();
        checker.setUpValidatorAndParsers(new Errors(found), false, false);
        var source = new InputSource(new StringReader(html));
        source.setSystemId("http://localhost/page");
        checker.checkHtmlInputSource(source);
        return found;
    }

    private record Errors(List<String> found) implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) {
            found.add("%d:%d %s".formatted(error.getLineNumber(), error.getColumnNumber(), error.getMessage()));
        }

        @Override
        public void fatalError(SAXParseException error) {
            error(error);
        }
    }
}
