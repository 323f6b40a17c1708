package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/// What one request may still send: so many bytes, until such a moment. Whatever reads its body reads through here, the
/// container's own parser of forms and files too; beyond, reading ends and nothing more is taken from the connection.
final class BodyBound implements InputBuffer {
    private static final String OF_REQUEST = BodyBound.class.getName();

    private static final int END = -1;

    private final Request request;
    private final InputBuffer body;
    private final LongSupplier nanos;
    private long most;
    private long until;
    private long read;
    private int refused;

    private BodyBound(Request request, BodySettings settings, LongSupplier nanos) {
        this.request = request;
        this.body = request.getInputBuffer();
        this.nanos = nanos;
        allow(settings.most().toBytes(), settings.within());
    }

    /// Binds a request until [#release].
    static BodyBound bind(org.apache.catalina.connector.Request request, BodySettings settings, LongSupplier nanos) {
        var bound = on(request.getCoyoteRequest(), settings, nanos);
        request.setAttribute(OF_REQUEST, bound);
        return bound;
    }

    static BodyBound on(Request request, BodySettings settings, LongSupplier nanos) {
        var bound = new BodyBound(request, settings, nanos);
        request.setInputBuffer(bound);
        return bound;
    }

    /// The connection serves other requests afterwards, unless something refused is still on its way: it is closed then.
    void release() {
        request.setInputBuffer(body);
        if (refused != 0) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /// Null in tests that have no container.
    static @Nullable BodyBound of(HttpServletRequest request) {
        return (BodyBound) request.getAttribute(OF_REQUEST);
    }

    void allow(long bytes, Duration time) {
        most = bytes;
        until = nanos.getAsLong() + time.toNanos();
    }

    /// Whether it says beforehand that it is too much.
    boolean announcesTooMuch() {
        if (request.getContentLengthLong() > most) {
            refused = 413;
        }
        return refused != 0;
    }

    /// The status that says why reading ended: 413 too much, 408 too slow; 0 while it has not.
    int refused() {
        return refused;
    }

    /// Ends the body rather than failing: the container answers a failure itself, in a word.
    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (refused != 0) {
            return END;
        }
        var count = body.doRead(handler);
        read += Math.max(0, count);
        if (read > most) {
            refused = 413;
        } else if (count > 0 && nanos.getAsLong() - until > 0) {
            refused = 408;
        }
        return refused == 0 ? count : END;
    }

    @Override
    public int available() {
        return body.available();
    }
}
