package fr.preau.territory;

import java.io.Closeable;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// The lines of a text, however they end. A line without end is cut, never kept whole in memory.
final class Lines implements Closeable {
    static final int LONGEST = 100_000;

    private final PushbackReader text;

    Lines(Reader text) {
        this.text = new PushbackReader(new java.io.BufferedReader(text, 1 << 16), 1);
    }

    /// Null at the end of the text. A line longer than [#LONGEST] has that many characters plus one.
    @Nullable
    String next() throws IOException {
        var character = text.read();
        if (character < 0) {
            return null;
        }
        var line = new StringBuilder();
        for (; character >= 0 && character != '\n' && character != '\r'; character = text.read()) {
            if (line.length() <= LONGEST) {
                line.append((char) character);
            }
        }
        if (character == '\r') {
            var next = text.read();
            if (next >= 0 && next != '\n') {
                text.unread(next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
