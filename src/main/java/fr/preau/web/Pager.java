package fr.preau.web;

import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/// Where one stands in a list shown 20 lines at a time. `here` is the list's address with its filters: the links keep
/// them and change only `page`.
public record Pager(int number, int pages, String here) {
    public static final int LINES = 20;

    /// A page before the first is the first, one past the last is the last.
    public static Pager of(int number, long lines, String here) {
        var pages = (int) Math.max(1, (lines + LINES - 1) / LINES);
        return new Pager(Math.clamp(number, 1, pages), pages, here);
    }

    /// The same, for whatever page number was asked for: one that does not exist is the nearest that does.
    public static Pager near(int asked, long lines, String here) {
        var all = of(1, lines, here);
        return new Pager(Math.clamp(asked, 1, all.pages()), all.pages(), here);
    }

    /// How many lines come before page `number`.
    public static int offset(int number) {
        return (number - 1) * LINES;
    }

    /// The lines of this page, out of all of them.
    public <T> List<T> of(List<T> all) {
        return all.stream().skip(offset(number)).limit(LINES).toList();
    }

    public String href(int other) {
        return UriComponentsBuilder.fromUriString(here)
                .replaceQueryParam("page", other)
                .build()
                .toUriString();
    }
}
