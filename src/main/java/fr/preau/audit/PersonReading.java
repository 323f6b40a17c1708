package fr.preau.audit;

import fr.preau.verification.Claim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A participant being read from a result.
final class PersonReading {
    private final Map<String, Integer> placeOf;
    private @Nullable String id;
    private String category = "";
    private int[] wishes = {};
    private int number = -1;
    private int workshop = -1;
    private int rank = -1;
    private boolean completed;
    private boolean secured;
    private int fallback = -1;
    private long given;
    private final List<String> seen = new ArrayList<>();

    PersonReading(Map<String, Integer> placeOf) {
        this.placeOf = placeOf;
    }

    void field(String name, JsonParser parser) {
        seen.add(name);
        switch (name) {
            case "id" -> id = Json.text(parser);
            case "category" -> category = Json.text(parser);
            case "wishes" -> wishes(parser);
            case "number" -> number = Json.small(Json.number(parser));
            case "workshop" -> workshop = Json.isNull(parser) ? -1 : place(Json.text(parser));
            case "rank" -> rank = Json.isNull(parser) ? -1 : rank(parser);
            case "completed" -> completed = Json.truth(parser);
            case "secured" -> secured = Json.truth(parser);
            case "fallback" -> fallback = place(Json.text(parser));
            case "lottery" -> given = Json.large(Json.number(parser));
            default -> throw new ResultReader.Malformed("« %s » dans un participant".formatted(name));
        }
    }

    private static int rank(JsonParser parser) {
        var rank = Json.small(Json.number(parser));
        if (rank < 1) {
            throw new ResultReader.Malformed("un rang inférieur à 1");
        }
        return rank - 1;
    }

    private void wishes(JsonParser parser) {
        Json.expect(parser.currentToken(), JsonToken.START_ARRAY);
        var count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            wishes = count < wishes.length ? wishes : Arrays.copyOf(wishes, 2 * count + 8);
            wishes[count++] = place(Json.text(parser));
        }
        wishes = Arrays.copyOf(wishes, count);
    }

    private int place(String workshop) {
        var place = placeOf.get(workshop);
        if (place == null) {
            throw new ResultReader.Malformed("aucun atelier « %s »".formatted(workshop));
        }
        return place;
    }

    boolean hasNumber() {
        return seen.contains("lottery");
    }

    int[] wishes() {
        return wishes;
    }

    Claim.People.Line line() {
        if (id == null || !seen.containsAll(List.of("wishes", "number", "workshop", "rank"))) {
            throw new ResultReader.Malformed("un participant est incomplet%s".formatted(id == null ? "" : " : " + id));
        }
        return new Claim.People.Line(id, category, number, workshop, rank, completed, secured, fallback, given);
    }
}
