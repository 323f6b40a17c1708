package fr.preau;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// The whole platform on its real database, a real SMTP server to talk to and a clock to set: one context, shared by
/// every test class that says exactly this. Tests make their own data and assume no other.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "preau.mail.every=200ms",
            "preau.mail.per-domain-per-minute=10000",
            "preau.reminders.every=1d",
            "logging.structured.format.console=",
            "logging.level.com.icegreen.greenmail=warn"
        })
@AutoConfigureMockMvc
@Import(TestGround.class)
public @interface PreauTest {}
