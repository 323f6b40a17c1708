package fr.preau.territory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A file of text, and how its bytes are to be read: UTF-8 if every byte of it says so, Windows-1252 otherwise, UTF-16
/// when marked. The whole file is looked at, a piece at a time.
record TextFile(Path path, Charset encoding, long bytes) {
    private static final int PIECE = 1 << 16;
    private static final int HEAD = 512;
    private static final char MARK = '\ufeff';

    /// Why this file is not text; empty when it is.
    static Optional<String> refusal(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.of("il n'existe pas");
        }
        if (Files.size(path) == 0) {
            return Optional.of("il est vide");
        }
        try (var in = Files.newInputStream(path)) {
            return refusal(in.readNBytes(HEAD));
        }
    }

    static TextFile of(Path path) throws IOException {
        return new TextFile(path, encoding(path), Files.size(path));
    }

    Reader open(ByteCount count) throws IOException {
        var reader = new InputStreamReader(count.of(new BufferedInputStream(Files.newInputStream(path))), encoding);
        var mark = new java.io.PushbackReader(reader, 1);
        var first = mark.read();
        if (first >= 0 && first != MARK) {
            mark.unread(first);
        }
        return mark;
    }

    /// How many bytes have been read so far.
    static final class ByteCount {
        private long bytes;

        long bytes() {
            return bytes;
        }

        private InputStream of(InputStream in) {
            return new java.io.FilterInputStream(in) {
                @Override
                public int read() throws IOException {
                    var one = super.read();
                    bytes += one < 0 ? 0 : 1;
                    return one;
                }

                @Override
                public int read(byte[] piece, int from, int length) throws IOException {
                    var read = super.read(piece, from, length);
                    bytes += Math.max(0, read);
                    return read;
                }
            };
        }
    }

    private static Optional<String> refusal(byte[] head) {
        var start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF")) {
            return Optional.of("c'est un PDF");
        }
        if (start.startsWith("PK") || start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return Optional.of("c'est un classeur ou une archive ; enregistrez-le d'abord au format CSV");
        }
        var text = start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<")) {
            return Optional.of("c'est une page web ou du XML, pas un CSV");
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return Optional.of("c'est du JSON, pas un CSV");
        }
        return text.isBlank() ? Optional.of("il est vide") : binary(head);
    }

    private static Optional<String> binary(byte[] head) {
        return marked(head) == null && new String(head, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0
                ? Optional.of("ce n'est pas un fichier de texte")
                : Optional.empty();
    }

    private static Charset encoding(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var marked = marked(in.readNBytes(2));
            if (marked != null) {
                return marked;
            }
        }
        return isUtf8(path) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static @org.jspecify.annotations.Nullable Charset marked(byte[] head) {
        var mark = Arrays.copyOf(head, 2);
        return (mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe) || (mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff)
                ? StandardCharsets.UTF_16
                : null;
    }

    private static boolean isUtf8(Path path) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(PIECE);
        var text = CharBuffer.allocate(PIECE);
        try (var channel = Channels.newChannel(Files.newInputStream(path))) {
            for (var ended = false; !ended; ) {
                ended = channel.read(bytes) < 0;
                if (decoder.decode(bytes.flip(), text.clear(), ended).isError()) {
                    return false;
                }
                bytes.compact();
            }
            return !decoder.flush(text.clear()).isError();
        }
    }
}
