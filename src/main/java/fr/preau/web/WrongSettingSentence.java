package fr.preau.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.PriorityOrdered;

/// Says a [WrongSetting] on standard error, before whoever words other failures.
class WrongSettingSentence implements SpringBootExceptionReporter, PriorityOrdered {
    /// Spring Boot gives the context; the sentence needs only the failure.
    WrongSettingSentence(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(WrongSetting.class::isInstance)
                .findFirst()
                .flatMap(wrong -> Optional.ofNullable(wrong.getMessage()));
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }
}
