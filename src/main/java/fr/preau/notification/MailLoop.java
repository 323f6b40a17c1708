package fr.preau.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Has this node's [Postman] look at the outbox for as long as the server runs: again at once while letters leave,
/// every
/// two seconds otherwise. No other node's life or death has a part in it.
final class MailLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MailLoop.class);
    /// Long enough for a few hands to come back together: one statement fills them all.
    private static final Duration GATHERING = Duration.ofMillis(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final Postman postman;
    private final SmtpLines lines;
    private final Duration every;
    private volatile @Nullable Thread thread;

    MailLoop(Postman postman, SmtpLines lines, Duration every) {
        this.postman = postman;
        this.lines = lines;
        this.every = every;
    }

    /// The thread is known before it runs: it would find that it is not the one, and end without a word.
    @Override
    public void start() {
        var looking = Thread.ofPlatform().name("mail-loop").daemon().unstarted(this::run);
        thread = looking;
        looking.start();
    }

    /// What is on its way arrives; what is not waits for another node, or for the next start.
    @Override
    public void stop() {
        var stopped = thread;
        thread = null;
        if (stopped != null) {
            stopped.interrupt();
        }
        try {
            postman.finish(LAST_WORDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        lines.close();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (Thread.currentThread().equals(thread)) {
            try {
                goOn(look());
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void goOn(int left) throws InterruptedException {
        if (left > 0) {
            Thread.sleep(GATHERING);
        } else if (postman.isIdle()) {
            lines.close();
            Thread.sleep(every);
        } else {
            postman.awaitHand(every);
            Thread.sleep(GATHERING);
        }
    }

    /// Whatever goes wrong in one look, the next one comes.
    private int look() {
        try {
            return postman.look();
        } catch (DataAccessException | TransactionException away) {
            log.debug("the outbox cannot be read: {}", away.getClass().getSimpleName());
        } catch (RuntimeException problem) {
            log.error("a look at the outbox failed", problem);
        }
        return 0;
    }
}
