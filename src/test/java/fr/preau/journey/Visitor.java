package fr.preau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Someone before a page: opens, reads, types, chooses and presses by the words the page shows, with a pointer or with
/// the keyboard alone. Every page that comes is checked.
final class Visitor {
    private final Page page;
    private final Way way;
    private final String address;
    private final PageCheck check;
    private final Keyboard keyboard;
    private @Nullable Response came;

    Visitor(Page page, Way way, String address, PageCheck check, PageReport report) {
        this.page = page;
        this.way = way;
        this.address = address;
        this.check = check;
        this.keyboard = new Keyboard(page);
        page.onResponse(this::remember);
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

    Visitor follow(String link) {
        return arrivingBy(() -> act(page.getByRole(AriaRole.LINK, named(link)).first()));
    }

    Visitor press(String button) {
        return arrivingBy(
                () -> act(page.getByRole(AriaRole.BUTTON, buttonNamed(button)).first()));
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
        var box = page.getByLabel(Pattern.compile("^\\s*" + Pattern.quote(label)))
                .and(page.locator("input"))
                .first();
        if (way == Way.KEYBOARD) {
            keyboard.tick(box);
        } else {
            box.check();
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

    private Locator field(String label) {
        return page.getByLabel(Pattern.compile("^\\s*" + Pattern.quote(label)))
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

    private Visitor arrivingBy(Runnable action) {
        came = null;
        page.waitForResponse(response -> isPage(response) && !isRedirect(response), action);
        page.waitForLoadState();
        check.check(page, Objects.requireNonNull(came));
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

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words);
    }

    private static Page.GetByRoleOptions buttonNamed(String words) {
        return new Page.GetByRoleOptions().setName(words);
    }
}
