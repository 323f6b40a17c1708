package fr.preau.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells whoever started the platform where it is, and what it still lacks.
@Component
class Opening {
    private static final Logger log = LoggerFactory.getLogger(Opening.class);

    private final Operator operator;
    private final Lacks lacks;
    private final String address;

    Opening(Operator operator, Lacks lacks, @Value("${preau.address}") String address) {
        this.operator = operator;
        this.lacks = lacks;
        this.address = address;
    }

    @EventListener
    void on(WebServerInitializedEvent opened) {
        if (opened.getApplicationContext().getServerNamespace() == null) {
            var port = opened.getWebServer().getPort();
            lacks.all().forEach(setting -> log.warn("{} (réglage {})", setting.sentence(), setting.name()));
            log.info("{} est ouvert : {} (port {})", operator.serviceName(), address, port);
        }
    }
}
