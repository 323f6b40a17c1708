package fr.preau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Someone before a page: opens, reads, types, chooses and presses by the words the page shows, with a pointer or with
/// the keyboard alone. Every page that comes is checked.
final class Visitor {
    /// No answer is on its way, and none was asked for since longer than a field waits before asking.
    private static final String QUIET = """
            () => {
                const busy = document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling');
                window.quietSince = busy ? null : window.quietSince ?? performance.now();
                return window.quietSince !== null && performance.now() - window.quietSince > 400;
            }
            """;

    private final Page page;
    private final Way way;
    private final String address;
    private final PageCheck check;
    private final Keyboard keyboard;
    private @Nullable Response came;
    private boolean stands;

    Visitor(Page page, Way way, String address, PageCheck check, PageReport report) {
        this.page = page;
        this.way = way;
        this.address = address;
        this.check = check;
        this.keyboard = new Keyboard(page);
        page.onResponse(this::remember);
        page.onLoad(_ -> stands = true);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
                report.problem(page.url(), "console: " + message.text());
            }
        });
        page.onPageError(error -> report.problem(page.url(), "script: " + error));
        page.onRequest(request -> {
            if (request.url().startsWith("http") && !request.url().startsWith(address + "/")) {
                report.problem(page.url(), "asks another host: " + request.url());
            }
        });
    }

    Visitor open(String path) {
        return arrivingBy(() -> page.navigate(path.startsWith("http") ? path : address + path));
    }

    /// Follows a link of the page itself, not of its head or foot.
    Visitor follow(String link) {
        var found = page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                .first();
        try {
            found.waitFor();
        } catch (TimeoutError absent) {
            throw new AssertionError("no link « %s » on %s: %s".formatted(link, page.url(), text()), absent);
        }
        return arrivingBy(() -> act(found));
    }

    Visitor press(String button) {
        return arrivingBy(
                () -> act(page.getByRole(AriaRole.BUTTON, buttonNamed(button)).first()));
    }

    /// Presses a button whose answer a script puts in the page; without scripts a page comes.
    Visitor search(String button) {
        if (way == Way.NO_SCRIPT) {
            return press(button);
        }
        act(page.getByRole(AriaRole.BUTTON, buttonNamed(button)).first());
        page.waitForFunction(QUIET);
        return this;
    }

    Visitor type(String label, String text) {
        var field = field(label);
        if (way == Way.KEYBOARD) {
            keyboard.type(field, text);
        } else {
            field.fill(text);
        }
        return this;
    }

    /// Types words in a field that suggests, and takes this suggestion; without scripts the words must be enough.
    Visitor choose(String label, String words, String suggestion) {
        var field = field(label);
        switch (way) {
            case NO_SCRIPT -> field.fill(words);
            case KEYBOARD -> keyboard.choose(field, words, suggestion);
            case POINTER -> {
                field.pressSequentially(words);
                page.getByRole(AriaRole.OPTION)
                        .filter(new Locator.FilterOptions().setHasText(suggestion))
                        .first()
                        .click();
            }
        }
        return this;
    }

    Visitor pick(String label, String option) {
        var field = field(label);
        if (way == Way.KEYBOARD) {
            keyboard.pick(field, option);
        } else {
            field.selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
        }
        return this;
    }

    /// Ticks a box, or chooses a button of a group.
    Visitor tick(String label) {
        var box =
                page.getByLabel(startingWith(label)).and(page.locator("input")).first();
        if (way == Way.KEYBOARD) {
            keyboard.tick(box);
        } else {
            box.check();
        }
        return this;
    }

    /// Opens what is folded under these words.
    Visitor unfold(String words) {
        var summary = page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
        if (summary.evaluate("s => s.parentElement.open").equals(false)) {
            act(summary);
        }
        return this;
    }

    /// Says that these words stand on the page.
    Visitor reads(String words) {
        assertThat(text()).as("the page %s", page.url()).contains(words);
        return this;
    }

    Visitor doesNotRead(String words) {
        assertThat(text()).as("the page %s", page.url()).doesNotContain(words);
        return this;
    }

    /// The page's words, spaces of every kind made one.
    String text() {
        return page.locator("body").innerText().replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }

    Page page() {
        return page;
    }

    int status() {
        return Objects.requireNonNull(came).status();
    }

    /// Read by the browser, which does not know Java's own quoting.
    private static Pattern startingWith(String label) {
        var literal = label.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
        return Pattern.compile("^\\s*" + literal, Pattern.CASE_INSENSITIVE);
    }

    private Locator field(String label) {
        return page.getByLabel(startingWith(label))
                .and(page.locator("input, textarea, select"))
                .first();
    }

    private void act(Locator control) {
        if (way == Way.KEYBOARD) {
            keyboard.activate(control);
        } else {
            control.click();
        }
    }

    /// Acts, and waits until the page that answers stands before the visitor.
    private Visitor arrivingBy(Runnable action) {
        came = null;
        stands = false;
        action.run();
        page.waitForCondition(() -> stands && came != null);
        check.check(page, Objects.requireNonNull(came), way != Way.NO_SCRIPT);
        return this;
    }

    private void remember(Response response) {
        if (isPage(response) && !isRedirect(response)) {
            came = response;
        }
    }

    private boolean isPage(Response response) {
        return response.request().isNavigationRequest() && response.frame().equals(page.mainFrame());
    }

    private static boolean isRedirect(Response response) {
        return response.status() >= 300 && response.status() < 400;
    }

    private static Page.GetByRoleOptions buttonNamed(String words) {
        return new Page.GetByRoleOptions().setName(words);
    }
}
