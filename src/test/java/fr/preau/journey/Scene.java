package fr.preau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Where a journey takes place: the platform as it runs, its mail, and a window for each person who comes. A journey
/// fails when a page it met owes its reader something (see [PageCheck]).
final class Scene {
    private static final double PATIENCE_MILLIS = 30_000;

    private final Props props;
    private final String address;
    private final Letters letters;
    private final List<BrowserContext> windows = new ArrayList<>();

    private Scene(Props props, String address, Letters letters) {
        this.props = props;
        this.address = address;
        this.letters = letters;
    }

    /// Someone comes, who uses the pages in this way on such a screen.
    Visitor visitor(Way way, Screen screen) {
        return visitor(way, screen, false);
    }

    /// Someone whose browser keeps what it may, as browsers do: for what must work without network.
    Visitor keeper(Way way, Screen screen) {
        return visitor(way, screen, true);
    }

    private Visitor visitor(Way way, Screen screen, boolean keeps) {
        var window = props.chromium.browser().newContext(options(way, screen));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        windows.add(window);
        var page = window.newPage();
        if (!keeps) {
            forgetful(window, page);
        }
        return new Visitor(
                page,
                way,
                address,
                new PageCheck(props.chromium.browser(), props.validator, props.report),
                props.report);
    }

    /// Each page is opened as by someone who was never here: what it weighs can be read where it stands.
    private static void forgetful(BrowserContext window, Page page) {
        var disabled = new JsonObject();
        disabled.addProperty("cacheDisabled", true);
        var session = window.newCDPSession(page);
        session.send("Network.enable");
        session.send("Network.setCacheDisabled", disabled);
    }

    Visitor visitor() {
        return visitor(Way.POINTER, Screen.DESKTOP);
    }

    /// Someone who has signed in already, elsewhere.
    Visitor visitor(SignedIn person) {
        return visitor(person, Way.POINTER, Screen.DESKTOP);
    }

    Visitor visitor(SignedIn person, Way way, Screen screen) {
        var visitor = visitor(way, screen);
        windows.getLast().addCookies(List.of(new Cookie(TestPeople.COOKIE, person.cookie()).setUrl(address)));
        return visitor;
    }

    Letters letters() {
        return letters;
    }

    private static Browser.NewContextOptions options(Way way, Screen screen) {
        return new Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setExtraHTTPHeaders(Map.of("X-Forwarded-For", network()))
                .setJavaScriptEnabled(way != Way.NO_SCRIPT)
                .setViewportSize(screen.width, screen.height);
    }

    /// Each visitor comes from a network of their own: what one may ask for is counted by network.
    private static String network() {
        var random = ThreadLocalRandom.current();
        return "198.%d.%d.%d".formatted(random.nextInt(18, 20), random.nextInt(256), random.nextInt(1, 255));
    }

    private void close() {
        windows.forEach(BrowserContext::close);
        assertThat(props.report.takeProblems())
                .as("what the pages met owe their readers")
                .isEmpty();
    }

    /// What all journeys share, kept until the last test ended.
    private static final class Props implements AutoCloseable {
        final Chromium chromium = new Chromium();
        final HtmlValidator validator;
        final PageReport report = new PageReport();

        Props() {
            try {
                validator = new HtmlValidator();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }

        @Override
        public void close() throws java.io.IOException {
            chromium.close();
            report.write();
        }
    }

    /// Gives a [Scene] to the tests that ask for one.
    static final class Setting implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Scene.class);

        @Override
        public void beforeEach(ExtensionContext test) {
            var props = test.getRoot().getStore(HERE).computeIfAbsent(Props.class, _ -> new Props(), Props.class);
            var platform = SpringExtension.getApplicationContext(test);
            var port = platform.getEnvironment().getRequiredProperty("local.server.port");
            var scene = new Scene(
                    props,
                    "http://localhost:" + port,
                    new Letters(platform.getBean(GreenMail.class), "http://localhost:" + port));
            test.getStore(HERE).put(Scene.class, scene);
        }

        @Override
        public void afterEach(ExtensionContext test) {
            scene(test).close();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Scene.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return scene(test);
        }

        private static Scene scene(ExtensionContext test) {
            return java.util.Objects.requireNonNull(test.getStore(HERE).get(Scene.class, Scene.class));
        }
    }
}
