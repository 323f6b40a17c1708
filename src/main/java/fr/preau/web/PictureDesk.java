package fr.preau.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Where forms bring an image, in a field named `file`. Two are decoded at once and no more, whoever sends how many, and
/// never in a place that a registration waits for.
@Component
public class PictureDesk {
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /// The image to keep; empty, and said at the form's field, when there is none to keep.
    public Optional<Pictures.Kept> receive(@Nullable MultipartFile file, Form form) {
        if (file == null || file.isEmpty()) {
            form.refuse("file", "Choisissez une image.");
            return Optional.empty();
        }
        return switch (file.getSize() > Pictures.LARGEST_FILE ? Pictures.TOO_HEAVY : keep(file)) {
            case Pictures.Kept kept -> Optional.of(kept);
            case Pictures.Refused(var sentence) -> {
                form.refuse("file", sentence);
                yield Optional.empty();
            }
        };
    }

    private Pictures.Outcome keep(MultipartFile file) {
        var outcome = new AtomicReference<Pictures.Outcome>();
        Turn.aside(() -> outcome.set(inTurn(file)));
        return Objects.requireNonNull(outcome.get());
    }

    /// The file's bytes are read once its turn has come: those who wait hold nothing.
    private Pictures.Outcome inTurn(MultipartFile file) {
        if (!myTurnComes()) {
            throw new Turn.Lost();
        }
        try {
            return Pictures.keep(file.getBytes());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } finally {
            places.release();
        }
    }

    private boolean myTurnComes() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
