package fr.preau.synthesis;

import fr.preau.retention.BatchRetention;
import fr.preau.retention.Retention;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/// What this module keeps for a time only. A synthesis itself stays: it is how what was said is followed to the nation.
@Configuration(proxyBeanMethods = false)
class SynthesisRetentions {
    /// Nobody sends a form left open longer.
    private static final Duration MONTH = Duration.ofDays(30);

    @Bean
    @Order(93)
    Retention synthesisForms(SynthesisRepository syntheses, TransactionTemplate once) {
        return new BatchRetention(
                "synthesis-form",
                new Retention.Promise(
                        "Formulaires d'une synthèse",
                        List.of("un repère sans nom par envoi, et son moment"),
                        "ne pas compter deux fois un même envoi",
                        "personne",
                        "trente jours"),
                now -> syntheses.formsDue(now.minus(MONTH)),
                (now, most) -> syntheses.forgetForms(now.minus(MONTH), most),
                once);
    }
}
