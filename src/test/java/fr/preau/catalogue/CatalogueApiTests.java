package fr.preau.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.event.Accessibility;
import fr.preau.event.EventFixtures;
import fr.preau.territory.GeoPoint;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real answers against the description that programs read: `openapi.json`.
@PreauTest
class CatalogueApiTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private EventFixtures events;

    private final String mark =
            "z" + UUID.randomUUID().toString().replace("-", "").substring(0, 12) + "0";

    @Test
    void answersAsDescribed() throws Exception {
        var event = events.published()
                .titled("Robots " + mark)
                .accessible(Accessibility.STEP_FREE)
                .at("Foix", "09", new GeoPoint(42.96, 1.6))
                .now();
        events.published().titled("Robots " + mark).comingTo("09").now();
        events.published()
                .titled("Robots " + mark)
                .online("https://secret.example")
                .now();

        var page = answer("/api/evenements?q=" + mark, 200);

        assertThat(page.get("total").asInt()).isEqualTo(3);
        conforms(page, "/api/evenements", "200");
        conforms(answer("/api/evenements/" + event.id().value(), 200), "/api/evenements/{id}", "200");
        conforms(answer("/api/editions", 200), "/api/editions", "200");
        conforms(answer("/api/evenements?rayon=abc", 400), "/api/evenements", "400");
        conforms(answer("/api/evenements?q=%s&page=9".formatted(mark), 404), "/api/evenements", "404");
        conforms(answer("/api/evenements/" + UUID.randomUUID(), 404), "/api/evenements/{id}", "404");
        assertThat(page.toString()).doesNotContain("contact@example.org", "secret.example");
    }

    @Test
    void describesEveryParameterItReads() throws Exception {
        var described = new ArrayList<String>();
        description()
                .at("/paths/~1api~1evenements/get/parameters")
                .forEach(one -> described.add(one.get("name").asString()));

        assertThat(described).containsExactlyInAnyOrderElementsOf(SearchReading.FIELDS);
    }

    @Test
    void leadsFromPageToPage() throws Exception {
        for (var i = 0; i < 21; i++) {
            events.published().titled("Robots " + mark).now();
        }

        var first = mvc.get().uri("/api/evenements?q={mark}", mark).exchange();
        var next = json(first.getResponse().getContentAsByteArray())
                .get("suivante")
                .asString();

        assertThat(first.getResponse().getHeader("Link"))
                .contains("<%s>; rel=\"next\"".formatted(next), "rel=\"last\"");
        var second = answer(next.substring(next.indexOf("/api/")), 200);
        assertThat(second.get("evenements")).hasSize(1);
        assertThat(second.get("suivante").isNull()).isTrue();
        assertThat(second.get("precedente").asString()).endsWith("/api/evenements?q=" + mark);
    }

    private JsonNode answer(String path, int status) {
        var result = mvc.get().uri(path).exchange();
        assertThat(result).hasStatus(status);
        return json(result.getResponse().getContentAsByteArray());
    }

    private static JsonNode json(byte[] bytes) {
        return JsonMapper.shared().readTree(new String(bytes, StandardCharsets.UTF_8));
    }

    private JsonNode description() {
        return answer("/api/openapi.json", 200);
    }

    private void conforms(JsonNode value, String path, String status) {
        var description = description();
        var content = description.at("/paths/%s/get/responses/%s/content".formatted(path.replace("/", "~1"), status));
        var problems = new ArrayList<String>();
        check(value, content.iterator().next().get("schema"), description, "$", problems);
        assertThat(problems).as(path).isEmpty();
    }

    private static void check(JsonNode value, JsonNode schema, JsonNode description, String at, List<String> problems) {
        if (schema.has("$ref")) {
            check(value, description.at(schema.get("$ref").asString().substring(1)), description, at, problems);
            return;
        }
        if (schema.has("type") && !isOf(value, schema.get("type"))) {
            problems.add("%s is no %s: %s".formatted(at, schema.get("type"), value));
            return;
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            problems.add("%s is not one of %s: %s".formatted(at, schema.get("enum"), value));
        }
        if (value.isString()) {
            checkFormat(value.asString(), schema.path("format").asString(""), at, problems);
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                problems.add("%s has no %s".formatted(at, name));
            }
        });
        for (var property : value.properties()) {
            var known = schema.path("properties").path(property.getKey());
            if (!known.isMissingNode()) {
                check(property.getValue(), known, description, at + "." + property.getKey(), problems);
            } else if (!schema.path("additionalProperties").asBoolean(true)) {
                problems.add("%s says %s, which is not described".formatted(at, property.getKey()));
            }
        }
        if (value.isArray() && schema.has("items")) {
            value.forEach(one -> check(one, schema.get("items"), description, at + "[]", problems));
        }
    }

    private static void checkFormat(String text, String format, String at, List<String> problems) {
        try {
            switch (format) {
                case "uuid" -> UUID.fromString(text);
                case "date-time" -> OffsetDateTime.parse(text);
                case "date" -> LocalDate.parse(text);
                case "uri" -> assertThat(java.net.URI.create(text).isAbsolute()).isTrue();
                default -> {}
            }
        } catch (RuntimeException wrong) {
            problems.add("%s is no %s: %s".formatted(at, format, text));
        }
    }

    private static boolean isOf(JsonNode value, JsonNode types) {
        if (types.isArray()) {
            for (var type : types) {
                if (isOf(value, type)) {
                    return true;
                }
            }
            return false;
        }
        return switch (types.asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static boolean contains(JsonNode all, JsonNode value) {
        for (var one : all) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
