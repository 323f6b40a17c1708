package fr.preau;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;

/// Whether the ports asked for can be had, tried before anything else starts: whoever mistyped one, or starts the
/// platform a second time, is told at once (`database/OneSentence` words it).
class FreePorts implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent starting) {
        var settings = Binder.get(starting.getEnvironment());
        tryOn(settings, "server");
        tryOn(settings, "management.server");
    }

    /// Zero is any port, a negative one none at all: nothing to try.
    private static void tryOn(Binder settings, String which) {
        var port = settings.bind(which + ".port", Integer.class).orElse(0);
        if (port > 0) {
            tryOn(settings.bind(which + ".address", InetAddress.class).orElse(null), port);
        }
    }

    private static void tryOn(@Nullable InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the server itself does: a port just left is free
            socket.bind(new InetSocketAddress(address, port));
        } catch (BindException taken) {
            throw new PortInUseException(port, taken);
        } catch (IOException _) {
            // Whatever else is wrong, the server will meet it and say it.
        }
    }
}
