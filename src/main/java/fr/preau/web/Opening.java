package fr.preau.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells whoever started the platform where it is.
@Component
class Opening {
    private static final Logger log = LoggerFactory.getLogger(Opening.class);

    @EventListener
    void on(WebServerInitializedEvent opened) {
        if (opened.getApplicationContext().getServerNamespace() == null) {
            log.info(
                    "Préau est ouvert : http://localhost:{}",
                    opened.getWebServer().getPort());
        }
    }
}
