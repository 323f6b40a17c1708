package fr.preau.database;

import java.net.ConnectException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says in one sentence, on standard error, why the platform cannot start, when the person who starts it can do
/// something about it. Anything else keeps Spring Boot's own report.
@Order(Ordered.HIGHEST_PRECEDENCE)
public class OneSentence implements SpringBootExceptionReporter {
    /// Java's own words, with the number after them.
    private static final String NO_SUCH_PORT = "port out of range:";

    /// Spring Boot gives the context; the sentence needs only the failure.
    OneSentence(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = of(failure);
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    /// The sentence for what stopped a start or a command, if there is one.
    public static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(OneSentence::sentence)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case DatabaseUnavailable unavailable -> Optional.ofNullable(unavailable.getMessage());
            case PortInUseException taken ->
                Optional.of(
                        "Le port %d est déjà pris : arrêtez ce qui l'occupe, ou choisissez-en un autre avec --server.port=… (pages) ou --management.server.port=… (mesures)."
                                .formatted(taken.getPort()));
            case IllegalArgumentException wrong
            when words(wrong).startsWith(NO_SUCH_PORT) ->
                Optional.of(
                        "Le port %s n'existe pas : choisissez-en un de 1 à 65535 avec --server.port=… (pages) ou --management.server.port=… (mesures)."
                                .formatted(words(wrong)
                                        .substring(NO_SUCH_PORT.length())
                                        .strip()));
            case PSQLException refused ->
                Optional.of(
                        "Le serveur PostgreSQL ne répond pas comme prévu (%s) : vérifiez son adresse, le nom et le mot de passe."
                                .formatted(firstLine(refused)));
            case BindException setting ->
                Optional.of("Le réglage %s ne peut pas valoir « %s »."
                        .formatted(
                                setting.getName(),
                                setting.getProperty() == null
                                        ? ""
                                        : setting.getProperty().getValue()));
            case InvalidConfigurationPropertyValueException setting ->
                Optional.of(
                        "Le réglage %s ne peut pas valoir « %s ».".formatted(setting.getName(), setting.getValue()));
            case ConnectException _ -> Optional.of("Le serveur PostgreSQL est injoignable : vérifiez son adresse.");
            default -> Optional.empty();
        };
    }

    private static String words(Exception problem) {
        return String.valueOf(problem.getMessage());
    }

    private static String firstLine(PSQLException problem) {
        return words(problem).lines().findFirst().orElse("");
    }
}
