package fr.preau.retention;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every promise of every module: by code for the night, in their `@Order` for readers.
@Component
class Promises {
    private final List<Retention> forReaders;
    private final List<Retention> byCode;

    /// Spring gives them in their `@Order`.
    Promises(List<Retention> promises) {
        forReaders = List.copyOf(promises);
        byCode = promises.stream().sorted(Comparator.comparing(Retention::code)).toList();
        if (byCode.stream().map(Retention::code).distinct().count() < byCode.size()) {
            throw new IllegalStateException("two promises have the same code");
        }
    }

    List<Retention> byCode() {
        return byCode;
    }

    /// What most people filled in comes first.
    List<Retention> forReaders() {
        return forReaders;
    }
}
