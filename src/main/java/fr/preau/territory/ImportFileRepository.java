package fr.preau.territory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The files of previews, until they are carried out: compressed, a piece in memory at a time.
@Repository
class ImportFileRepository {
    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;

    ImportFileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID run, Path file) {
        try (var out = new GZIPOutputStream(new Pieces(run), PIECE)) {
            Files.copy(file, out);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// Writes the file there again; false when it is no longer kept.
    boolean restore(UUID run, Path there) {
        var pieces = pieces(run);
        if (pieces == 0) {
            return false;
        }
        try (var in = new GZIPInputStream(new SequenceInputStream(streams(run, pieces)))) {
            Files.copy(in, there, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    boolean has(UUID run) {
        return pieces(run) > 0;
    }

    void forget(UUID run) {
        jdbc.sql("delete from territory.import_file where run = ?").param(run).update();
    }

    private int pieces(UUID run) {
        return jdbc.sql("select count(*)::int from territory.import_file where run = ?")
                .param(run)
                .query(Integer.class)
                .single();
    }

    @SuppressWarnings("JdkObsolete") // what SequenceInputStream asks for
    private Enumeration<InputStream> streams(UUID run, int pieces) {
        var numbers = IntStream.range(0, pieces).iterator();
        return new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return numbers.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(piece(run, numbers.next()));
            }
        };
    }

    private byte[] piece(UUID run, int piece) {
        return jdbc.sql("select bytes from territory.import_file where run = ? and piece = ?")
                .params(run, piece)
                .query((row, _) -> row.getBytes("bytes"))
                .single();
    }

    /// Cuts what is written in pieces.
    private final class Pieces extends OutputStream {
        private final UUID run;
        private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
        private int piece;

        Pieces(UUID run) {
            this.run = run;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            waiting.write(bytes, from, length);
            if (waiting.size() >= PIECE) {
                store();
            }
        }

        @Override
        public void close() {
            if (waiting.size() > 0) {
                store();
            }
        }

        private void store() {
            jdbc.sql("insert into territory.import_file (run, piece, bytes) values (?, ?, ?)")
                    .params(run, piece, waiting.toByteArray())
                    .update();
            piece++;
            waiting.reset();
        }
    }
}
