package fr.preau.journey;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// What every page owes its reader, checked on the page as it stands before the visitor: nothing for axe under its RGAA
/// tags, nothing for the Nu validator in the HTML as served, nothing in the console, nothing asked of another host, one
/// h1, French said, a title of its own, no sideways scroll at 320 pixels, and an EcoIndex of 80 on a first visit.
final class PageCheck {
    private static final List<String> RGAA = List.of("RGAAv4");

    /// What scripts do once the page is there, they have begun: the browser has drawn it and has nothing else to do.
    private static final String SETTLED = """
            () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
                requestIdleCallback(() => done(true), {timeout: 500}))))
            """;

    private static final String FACTS = """
            () => {
                const loads = ["navigation", "resource"].flatMap(kind => performance.getEntriesByType(kind));
                return {
                    title: document.title,
                    lang: document.documentElement.lang,
                    headings: document.querySelectorAll("h1").length,
                    nodes: document.querySelectorAll("*").length,
                    requests: loads.length,
                    bytes: loads.reduce((sum, load) => sum + load.transferSize, 0),
                };
            }
            """;

    private final Browser browser;
    private final HtmlValidator validator;
    private final PageReport report;

    PageCheck(Browser browser, HtmlValidator validator, PageReport report) {
        this.browser = browser;
        this.validator = validator;
        this.report = report;
    }

    /// Checks the page that `response` brought, unless this run already has. Where the visitor has no scripts, the
    /// page is opened again by someone who has: axe and the measures need them; so an answer to a form waits for a
    /// visitor with scripts.
    void check(Page page, Response response, boolean scripts) {
        var name = name(response);
        var again = "GET".equals(response.request().method());
        if (!isHtml(response) || !(scripts || again) || !report.opens(name)) {
            return;
        }
        var html = response.text();
        var served = CompletableFuture.supplyAsync(() -> errors(name, html)); // while the browser is busy with axe
        if (scripts) {
            look(name, page, response);
        } else {
            lookAgain(name, page, response);
        }
        served.join().forEach(error -> report.problem(name, "HTML: " + error));
    }

    /// What a page says of itself once it is drawn: what it weighs is what it asked for, for nothing is kept from one
    /// visit to the next (see [Scene]).
    private void look(String name, Page page, Response response) {
        page.evaluate(SETTLED);
        var facts = (Map<?, ?>) page.evaluate(FACTS);
        if (number(facts, "headings") != 1) {
            report.problem(name, "has %d h1".formatted(number(facts, "headings")));
        }
        if (!"fr".equals(facts.get("lang"))) {
            report.problem(name, "does not say it is in French");
        }
        if (response.ok()) {
            report.isTitled(name, String.valueOf(facts.get("title")));
        }
        checkAxe(name, page);
        if ("GET".equals(response.request().method())) {
            report.weighs(
                    name,
                    new EcoIndex(number(facts, "nodes"), number(facts, "requests"), number(facts, "bytes") / 1024.0));
            checkWidth(name, page);
        }
    }

    private static int number(Map<?, ?> facts, String name) {
        return ((Number) Objects.requireNonNull(facts.get(name))).intValue();
    }

    private void lookAgain(String name, Page visited, Response response) {
        var options = new Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setViewportSize(Screen.NARROW.width, Screen.NARROW.height)
                .setStorageState(visited.context().storageState());
        try (BrowserContext fresh = browser.newContext(options)) {
            var page = fresh.newPage();
            page.navigate(visited.url());
            look(name, page, response);
        }
    }

    /// The page's address without what changes from one event or visitor to the next, and its status when not 200.
    static String name(Response response) {
        var uri = URI.create(response.url());
        var path = uri.getPath()
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,27}", "{id}")
                .replaceAll("/[A-Za-z0-9_-]{20,}", "/{key}")
                .replaceAll("/[0-9]{7}[A-Z]", "/{uai}")
                .replaceAll("/[0-9]+(?=/|$)", "/{number}");
        var search = uri.getQuery() != null && path.equals("/evenements") ? "?…" : "";
        var method = response.request().method();
        return ("GET".equals(method) ? "" : method + " ")
                + path
                + search
                + (response.status() == 200 ? "" : " " + response.status());
    }

    private static boolean isHtml(Response response) {
        return Objects.requireNonNullElse(response.headerValue("content-type"), "")
                .startsWith("text/html");
    }

    private List<String> errors(String name, String html) {
        try {
            return validator.errorsOf(html);
        } catch (Exception broken) {
            throw new IllegalStateException("the validator failed on " + name, broken);
        }
    }

    private void checkAxe(String name, Page page) {
        var result = new AxeBuilder(page)
                .setLegacyMode(true)
                .options(problemsOnly())
                .withTags(RGAA)
                .analyze();
        result.getViolations().forEach(violation -> report.problem(name, "axe: " + sentence(violation)));
    }

    /// What is right is counted, not described: axe describes every element it looked at otherwise.
    private static AxeRunOptions problemsOnly() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String sentence(Rule violation) {
        return "%s (%s) at %s"
                .formatted(
                        violation.getId(),
                        violation.getHelp(),
                        violation.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getHtml())
                                .limit(3)
                                .toList());
    }

    private void checkWidth(String name, Page page) {
        var window = page.viewportSize();
        page.setViewportSize(Screen.NARROW.width, Screen.NARROW.height);
        var width = (Number) page.evaluate("document.documentElement.scrollWidth");
        if (width.intValue() > Screen.NARROW.width) {
            report.problem(name, String.format(Locale.ROOT, "is %s pixels wide at 320: %s", width, widest(page)));
        }
        page.setViewportSize(window.width, window.height);
    }

    private static Object widest(Page page) {
        return page.evaluate("""
                Array.from(document.querySelectorAll('body *'))
                    .filter(e => e.getBoundingClientRect().right > 321)
                    .slice(0, 3)
                    .map(e => e.tagName + '.' + e.className)
                """);
    }
}
