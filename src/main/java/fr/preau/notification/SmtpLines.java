package fr.preau.notification;

import jakarta.mail.MessagingException;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.stereotype.Component;

/// Connections to the mail server that are open and that nobody uses: the next letter takes one of them.
@Component
class SmtpLines implements AutoCloseable {
    /// Servers tire of a visitor who never leaves.
    private static final int LETTERS_A_LINE = 100;

    private final SmtpServer server;
    private final ConcurrentLinkedDeque<Line> idle = new ConcurrentLinkedDeque<>();

    SmtpLines(SmtpServer server) {
        this.server = server;
    }

    /// A connection, and how many letters it carried.
    record Line(SmtpServer.Connection connection, int letters) {}

    Line open() throws MessagingException {
        for (var known = idle.pollFirst(); known != null; known = idle.pollFirst()) {
            if (known.connection().isOpen()) {
                return known;
            }
            known.connection().close();
        }
        return new Line(server.connect(), 0);
    }

    /// After a letter that was taken, or refused in words.
    void giveBack(Line line) {
        if (line.letters() + 1 < LETTERS_A_LINE) {
            idle.addFirst(new Line(line.connection(), line.letters() + 1));
        } else {
            line.connection().close();
        }
    }

    /// Nothing waits any more.
    @Override
    public void close() {
        for (var known = idle.pollFirst(); known != null; known = idle.pollFirst()) {
            known.connection().close();
        }
    }
}
