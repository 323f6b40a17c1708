package fr.preau.retention;

import java.util.Comparator;
import java.util.List;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.stereotype.Component;

/// Every promise of every module: by code for the night, in their `@Order` for readers.
@Component
class Promises {
    private final List<Retention> promises;

    Promises(List<Retention> promises) {
        this.promises =
                promises.stream().sorted(Comparator.comparing(Retention::code)).toList();
        if (this.promises.stream().map(Retention::code).distinct().count() < this.promises.size()) {
            throw new IllegalStateException("two promises have the same code");
        }
    }

    List<Retention> byCode() {
        return promises;
    }

    /// What most people filled in comes first.
    List<Retention> forReaders() {
        return promises.stream().sorted(AnnotationAwareOrderComparator.INSTANCE).toList();
    }
}
