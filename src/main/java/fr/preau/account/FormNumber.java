package fr.preau.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The number each page gives its form (`jeton`), so that sending it twice writes once.
final class FormNumber {
    private FormNumber() {}

    static UUID of(@Nullable String typed) {
        try {
            return typed == null ? UUID.randomUUID() : UUID.fromString(typed);
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }
}
