package fr.preau.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;

/// Writes JSON as we want it read by people too: one workshop, one participant a line.
final class JsonText {
    private final Writer out;
    private boolean first = true;

    JsonText(Writer out) {
        this.out = out;
    }

    JsonText open(char bracket) throws IOException {
        separate();
        out.write(bracket);
        first = true;
        return this;
    }

    JsonText close(char bracket) throws IOException {
        out.write(bracket);
        first = false;
        return this;
    }

    /// The name of what comes next.
    JsonText name(String name) throws IOException {
        separate();
        quote(name);
        out.write(':');
        first = true;
        return this;
    }

    JsonText line() throws IOException {
        separate();
        out.write('\n');
        first = true;
        return this;
    }

    JsonText text(String value) throws IOException {
        separate();
        quote(value);
        return this;
    }

    /// A number, `true` or `null`: what is written as it is.
    JsonText raw(Object value) throws IOException {
        separate();
        out.write(value.toString());
        return this;
    }

    JsonText numbers(Collection<? extends Number> values) throws IOException {
        open('[');
        for (var value : values) {
            raw(value);
        }
        return close(']');
    }

    private void separate() throws IOException {
        if (!first) {
            out.write(',');
        }
        first = false;
    }

    private void quote(String value) throws IOException {
        out.write('"');
        for (var at = 0; at < value.length(); at++) {
            var unit = value.charAt(at);
            if (unit == '"' || unit == '\\') {
                out.write('\\');
                out.write(unit);
            } else if (unit < ' ') {
                out.write("\\u%04x".formatted((int) unit));
            } else {
                out.write(unit);
            }
        }
        out.write('"');
    }
}
