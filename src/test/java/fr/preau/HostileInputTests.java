package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.account.Viewer;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/// Whatever is typed into an address or a form, by someone who is refused nothing, is answered by a page or a sentence,
/// never by an error of the server.
@PreauTest
class HostileInputTests {
    private static final int AT_ONCE = 4;
    private static final String LONG = "x".repeat(5000);
    private static final List<String> VALUES = List.of(
            "",
            "%00",
            "a%00b",
            "-1",
            "0",
            "99999999999999999999",
            "abc",
            "%27%22%3E%3Cscript%3E",
            "2026-13-45",
            "2026-02-03T25:61",
            "NaN",
            "%FF%FE",
            "%F0%9F%8F%AB",
            "%25%5F%5C",
            "%0D%0ASet-Cookie:a=b",
            LONG);

    /// What a field may make of it: a form has many, and each of these goes through another reading.
    private static final List<String> TYPED =
            List.of("", "%00", "-1", "99999999999999999999", "abc", "2026-02-03T25:61", "%FF%FE", "%F0%9F%8F%AB", LONG);

    private static final List<Class<?>> READ_FREELY = List.of(ServletRequest.class, WebRequest.class, Map.class);

    @Autowired
    private Routes routes;

    @Autowired
    private Neighbourhood neighbourhood;

    @LocalServerPort
    private int port;

    @SuppressWarnings("NullAway.Init")
    private Wire wire;

    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void signIn() throws IOException, InterruptedException {
        wire = Wire.as(neighbourhood.everyone(), port);
    }

    @AfterEach
    void signOut() {
        wire.close();
    }

    @Test
    void answersEveryParameterOfEveryPage() throws Exception {
        knock(routesOf("GET"), (route, address) -> {
            for (var typed : typed(route, VALUES)) {
                note(route, typed, wire.get(address + "?" + typed));
            }
            for (var name : names(route).keySet()) {
                note(route, "twice " + name, wire.get("%s?%s=1&%s=abc".formatted(address, name, name)));
            }
        });
    }

    @Test
    void answersEveryAddressWhoseKeysAreWrong() throws Exception {
        var keyed = routes.all().stream()
                .filter(route ->
                        route.pattern().contains("{") && !route.method().equals("ANY"))
                .toList();
        knock(keyed, (route, _) -> {
            for (var key : List.of("abc", "0", "-1", "%00", "%20", "x".repeat(1500), "%F0%9F%8F%AB", "..%2F..")) {
                var address = route.pattern().replaceAll("\\{[^}]+}", key);
                note(route, key, wire.method(route.method(), address));
            }
        });
    }

    @Test
    void answersEveryFieldOfEveryForm() throws Exception {
        knock(routesOf("POST"), (route, address) -> {
            note(route, "nothing", send(address, ""));
            for (var typed : typed(route, TYPED)) {
                note(route, typed, send(address, typed));
            }
            note(route, "everything long", send(address, all(route, LONG)));
            note(route, "everything NUL", send(address, all(route, "%00")));
            note(route, "everything 1", send(address, all(route, "1")));
        });
    }

    @Test
    void answersFormsThatAreNoForms() throws Exception {
        knock(routesOf("POST"), (route, address) -> {
            note(route, "json", wire.post(address, "application/json", "{\"a\":[1,"));
            note(route, "no boundary", wire.post(address, "multipart/form-data", "abc"));
            note(
                    route,
                    "cut",
                    wire.post(address, "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form"));
            note(route, "no type", wire.method("POST", address));
        });
    }

    /// What is sent to a route at this address of it.
    private interface Knocks {
        void at(Routes.Route route, String address) throws IOException, InterruptedException;
    }

    /// Several routes at once: one visitor alone leaves the machine waiting.
    private void knock(List<Routes.Route> doors, Knocks knocks) throws Exception {
        try (var visitors = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = doors.stream()
                    .filter(route -> !isLast(route))
                    .map(route -> visitors.submit(() -> {
                        knocks.at(route, address(route));
                        return route;
                    }));
            for (var one : all.toList()) {
                one.get();
            }
        }
        for (var route : doors.stream().filter(HostileInputTests::isLast).toList()) {
            knocks.at(route, address(route));
        }
        assertThat(broken).isEmpty();
    }

    private synchronized String address(Routes.Route route) {
        return neighbourhood.address(route.pattern());
    }

    /// Whoever removes their account is no one afterwards: that form comes last.
    private static boolean isLast(Routes.Route route) {
        return route.pattern().endsWith("/mes-donnees/suppression");
    }

    private HttpResponse<String> send(String address, String body) throws IOException, InterruptedException {
        return wire.post(address, "application/x-www-form-urlencoded", body);
    }

    private void note(Routes.Route route, String what, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            broken.add("%s with %s: %d".formatted(route.name(), shortened(what), answer.statusCode()));
        }
    }

    private static String shortened(String what) {
        return what.length() > 80 ? what.substring(0, 80) + "…" : what;
    }

    private List<Routes.Route> routesOf(String method) {
        return routes.all().stream()
                .filter(route ->
                        route.method().equals(method) && !route.pattern().startsWith("/demonstration"))
                .toList();
    }

    private static String all(Routes.Route route, String value) {
        return String.join(
                "&",
                names(route).keySet().stream().map(name -> name + "=" + value).toList());
    }

    /// Every name with every value. A name that takes any text goes with all such others, each with another value: a
    /// form of twenty fields is not sent twenty times as often. One that may keep others from being read goes by
    /// itself.
    private static List<String> typed(Routes.Route route, List<String> values) {
        var all = new ArrayList<String>();
        var together = new ArrayList<String>();
        names(route).forEach((name, reading) -> {
            switch (reading) {
                case TEXT -> together.add(name);
                case STRICT -> values.forEach(value -> all.add(name + "=" + value));
            }
        });
        for (var turn = 0; turn < values.size() && !together.isEmpty(); turn++) {
            var pairs = new StringJoiner("&");
            for (var place = 0; place < together.size(); place++) {
                pairs.add(together.get(place) + "=" + values.get((turn + place) % values.size()));
            }
            all.add(pairs.toString());
        }
        return all;
    }

    /// Whether a value that is refused leaves the other names to be read.
    private enum Reading {
        TEXT,
        STRICT
    }

    /// Every name the route's controller reads: request parameters, and the fields of its form, lists and all; what it
    /// may read by itself of a request it is handed. Who asks, and what an address names, are looked up, not typed.
    private static Map<String, Reading> names(Routes.Route route) {
        var names = new LinkedHashMap<String, Reading>();
        for (MethodParameter parameter : route.handler().getMethodParameters()) {
            parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            if (READ_FREELY.stream().anyMatch(type -> type.isAssignableFrom(parameter.getParameterType()))) {
                names.put("page", Reading.STRICT);
                names.put("jeton", Reading.STRICT);
            }
            var attribute = parameter.getParameterAnnotation(ModelAttribute.class);
            if (attribute != null && !attribute.binding()) {
                continue;
            }
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                names.put(String.valueOf(parameter.getParameterName()), reading(parameter.getParameterType()));
            } else {
                fields("", parameter.getGenericParameterType(), 0, names);
            }
        }
        return names;
    }

    private static Reading reading(Class<?> type) {
        return type == String.class ? Reading.TEXT : Reading.STRICT;
    }

    private static void fields(String prefix, Type type, int depth, Map<String, Reading> names) {
        if (type instanceof Class<?> form
                && form.isRecord()
                && !form.equals(Viewer.class)
                && depth <= 3
                && form.getName().startsWith("fr.preau")) {
            for (var field : form.getRecordComponents()) {
                field(prefix, field, depth, names);
            }
        }
    }

    private static void field(String prefix, RecordComponent field, int depth, Map<String, Reading> names) {
        var name = prefix + field.getName();
        if (Collection.class.isAssignableFrom(field.getType())
                && field.getGenericType() instanceof ParameterizedType list) {
            for (var place : List.of("", "[0]", "[300]", "[99999999]", "[-1]", "[abc]")) {
                names.put(URLEncoder.encode(name + place, StandardCharsets.UTF_8), Reading.STRICT);
            }
            fields(name + "[0].", list.getActualTypeArguments()[0], depth + 1, names);
        } else if (field.getType().isRecord()) {
            fields(name + ".", field.getType(), depth + 1, names);
        } else {
            names.put(URLEncoder.encode(name, StandardCharsets.UTF_8), reading(field.getType()));
        }
    }
}
