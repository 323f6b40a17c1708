package fr.preau.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

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

    private final Browser browser;
    private final HtmlValidator validator;
    private final PageReport report;

    PageCheck(Browser browser, HtmlValidator validator, PageReport report) {
        this.browser = browser;
        this.validator = validator;
        this.report = report;
    }

    /// Checks the page that `response` brought, unless this run already has. axe needs scripts: where the visitor has
    /// none it looks at the page opened again, and an answer to a form waits for a visitor who has.
    void check(Page page, Response response, boolean scripts) {
        var name = name(response);
        var again = "GET".equals(response.request().method());
        if (!isHtml(response) || !(scripts || again) || !report.opens(name)) {
            return;
        }
        checkHtml(name, response.text());
        checkHead(name, page);
        if (response.ok()) {
            report.isTitled(name, page.title());
        }
        if (scripts) {
            checkAxe(name, page);
        }
        if (again) {
            checkFirstVisit(name, page, !scripts);
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

    private void checkHtml(String name, String html) {
        try {
            validator.errorsOf(html).forEach(error -> report.problem(name, "HTML: " + error));
        } catch (Exception broken) {
            throw new IllegalStateException("the validator failed on " + name, broken);
        }
    }

    private void checkHead(String name, Page page) {
        if (page.locator("h1").count() != 1) {
            report.problem(name, "has %d h1".formatted(page.locator("h1").count()));
        }
        if (!"fr".equals(page.locator("html").getAttribute("lang"))) {
            report.problem(name, "does not say it is in French");
        }
    }

    private void checkAxe(String name, Page page) {
        var result = new AxeBuilder(page).setLegacyMode(true).withTags(RGAA).analyze();
        result.getViolations().forEach(violation -> report.problem(name, "axe: " + sentence(violation)));
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

    /// Opens the page again as a browser does that has never been here, with the visitor's cookies only.
    private void checkFirstVisit(String name, Page visited, boolean axe) {
        var options = new Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setViewportSize(Screen.NARROW.width, Screen.NARROW.height)
                .setStorageState(visited.context().storageState());
        try (BrowserContext fresh = browser.newContext(options)) {
            var page = fresh.newPage();
            var asked = new ArrayList<Request>();
            var requests = new ArrayList<Request>();
            page.onRequest(asked::add);
            page.onRequestFinished(requests::add);
            page.navigate(visited.url());
            page.evaluate(SETTLED);
            page.waitForCondition(() -> requests.size() >= asked.size());
            report.weighs(name, weight(page, requests));
            checkWidth(name, page);
            if (axe) {
                checkAxe(name, page);
            }
        }
    }

    private static EcoIndex weight(Page page, List<Request> requests) {
        // Asking for sizes lets other events in, and a late request would join the list meanwhile.
        var bytes = List.copyOf(requests).stream()
                .map(Request::sizes)
                .mapToLong(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
        return new EcoIndex(page.locator("*").count(), requests.size(), bytes / 1024.0);
    }

    private void checkWidth(String name, Page page) {
        var width = (Number) page.evaluate("document.documentElement.scrollWidth");
        if (width.intValue() > Screen.NARROW.width) {
            report.problem(name, String.format(Locale.ROOT, "is %s pixels wide at 320: %s", width, widest(page)));
        }
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
