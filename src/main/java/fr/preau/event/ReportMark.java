package fr.preau.event;

import fr.preau.web.Typed;
import org.jspecify.annotations.Nullable;

/// What a page showed of an event's reports: how many had come, how many of them were closed. Another mark since: someone
/// decided, or one more came.
record ReportMark(int received, int closed) {
    /// What no page ever shows: a form that lost its mark read nothing.
    private static final ReportMark UNREAD = new ReportMark(-1, -1);

    static ReportMark parse(@Nullable String word) {
        var parts = (word == null ? "" : word).split("\\.", 2);
        return parts.length < 2
                ? UNREAD
                : new ReportMark(
                        Typed.number(parts[0]).orElse(-1), Typed.number(parts[1]).orElse(-1));
    }

    String word() {
        return received + "." + closed;
    }
}
