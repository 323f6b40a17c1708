package fr.preau.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/// Uses a page with Tab, Space, Enter, the arrows and letters only: reaches each control by Tab as a person must, and
/// asks that the focus can be seen where it stands.
final class Keyboard {
    private static final int FARTHEST = 250;
    private static final String SHOWS_FOCUS = """
            e => [e, e.closest('label'), e.parentElement].filter(Boolean).some(shown => {
                const style = getComputedStyle(shown);
                return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1)
                    || style.boxShadow !== 'none';
            })
            """;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    void activate(Locator control) {
        reach(control);
        page.keyboard().press("Enter");
    }

    void type(Locator field, String text) {
        reach(field);
        var kind = field.getAttribute("type");
        if (kind != null && List.of("date", "time", "datetime-local").contains(kind)) {
            typeParts(field, text);
            return;
        }
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        page.keyboard().insertText(text);
    }

    /// The parts of a date or an hour are typed one after the other, in an order that is the browser's own.
    private void typeParts(Locator field, String value) {
        for (var keys : List.of(MomentKeys.inFrench(value), MomentKeys.inEnglish(value))) {
            for (var part = 0; part < 6; part++) {
                page.keyboard().press("ArrowLeft");
            }
            page.keyboard().type(keys);
            if (field.inputValue().equals(value)) {
                return;
            }
        }
        throw new AssertionError("the keyboard typed %s for %s".formatted(field.inputValue(), value));
    }

    /// Types words, and chooses among what the field suggests.
    void choose(Locator field, String words, String suggestion) {
        type(field, words);
        var wanted = page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(suggestion))
                .first();
        wanted.waitFor();
        for (var i = 0; i < FARTHEST && !"true".equals(wanted.getAttribute("aria-selected")); i++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
    }

    void pick(Locator list, String option) {
        reach(list);
        var wanted = list.locator("option").all().stream()
                .map(one -> one.textContent().strip())
                .toList()
                .indexOf(option);
        if (wanted < 0) {
            throw new AssertionError("no option " + option + " in " + list.innerText());
        }
        page.keyboard().press("Home");
        for (var i = 0; i < wanted; i++) {
            page.keyboard().press("ArrowDown");
        }
    }

    /// Tab enters a group of radio buttons at its chosen one or its first: the arrows then walk it.
    void tick(Locator box) {
        if ("radio".equals(box.getAttribute("type"))) {
            var group = page.locator("input[type=radio][name='" + box.getAttribute("name") + "']");
            reach(group);
            page.keyboard().press("Space");
            for (var i = 0; i < group.count() && !box.isChecked(); i++) {
                page.keyboard().press("ArrowDown");
            }
        } else {
            reach(box);
            if (!box.isChecked()) {
                page.keyboard().press("Space");
            }
        }
        if (!box.isChecked()) {
            throw new AssertionError("the keyboard cannot tick " + box);
        }
    }

    private void reach(Locator control) {
        for (var i = 0; i < FARTHEST; i++) {
            if (has(control)) {
                requireVisibleFocus();
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never reaches " + control + " on " + page.url());
    }

    private static boolean has(Locator control) {
        return control.evaluateAll("all => all.includes(document.activeElement)")
                .equals(true);
    }

    private void requireVisibleFocus() {
        var focus = page.locator(":focus");
        if (!focus.evaluate(SHOWS_FOCUS).equals(true)) {
            throw new AssertionError(
                    "the focus cannot be seen on " + focus.evaluate("e => e.outerHTML") + " at " + page.url());
        }
    }
}
