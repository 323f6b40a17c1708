package fr.preau.registration;

import org.jspecify.annotations.Nullable;

/// What people type, without what no one can see: control characters (PostgreSQL refuses NUL, mail headers must not
/// receive a line end), spaces around and doubled.
public final class Typed {
    private Typed() {}

    public static String line(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
    }

    /// The same for several lines.
    public static String text(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replaceAll("\\r\\n?", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                        .strip();
    }
}
