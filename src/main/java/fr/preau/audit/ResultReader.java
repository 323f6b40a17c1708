package fr.preau.audit;

import fr.preau.verification.Claim;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads a result back, participant by participant: a million of them need no tree. What is not of the format is a
/// [Malformed]; whether it is true is the verifier's business.
final class ResultReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNumberLength(1 << 20).build())
            .build();

    private final Path file;
    private final Map<String, Integer> placeOf = new HashMap<>();
    private final List<Claim.Offer> offers = new ArrayList<>();
    private final Claim.People people = new Claim.People();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, BigInteger> numbers = new HashMap<>();
    private List<BigInteger> costs = List.of();
    private List<Integer> profile = List.of();
    private boolean offersRead;
    private boolean peopleRead;
    private int drawn;

    /// The file does not have the form of a result.
    static final class Malformed extends RuntimeException {
        Malformed(String sentence) {
            super(sentence);
        }
    }

    ResultReader(Path file) {
        this.file = file;
    }

    Claim read() throws IOException {
        pass();
        if (!peopleRead && offersRead) {
            pass(); // participants came before the workshops their wishes name
        }
        if (!ResultWriter.FORMAT.equals(texts.get("format")) || !peopleRead) {
            throw new Malformed("ce n’est pas un résultat « %s » complet".formatted(ResultWriter.FORMAT));
        }
        if (drawn != 0 && drawn != people.count()) {
            throw new Malformed("certains participants ont un numéro « lottery », d’autres non");
        }
        return new Claim(
                required("rule"),
                drawn == 0 ? required("seed") : null,
                texts.get("public_value"),
                texts.get("instance_sha256"),
                Json.small(number("ranks")),
                numbers.get("base"),
                costs,
                numbers.get("value"),
                numbers.get("dual"),
                profile,
                offers,
                people);
    }

    private String required(String name) {
        var text = texts.get(name);
        if (text == null) {
            throw new Malformed("il manque « %s »".formatted(name));
        }
        return text;
    }

    private BigInteger number(String name) {
        var number = numbers.get(name);
        if (number == null) {
            throw new Malformed("il manque « %s »".formatted(name));
        }
        return number;
    }

    private void pass() throws IOException {
        try (var input = Files.newInputStream(file);
                var parser = FACTORY.createParser(ObjectReadContext.empty(), input)) {
            Json.expect(parser.nextToken(), JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                field(name, parser);
            }
            if (parser.nextToken() != null) {
                throw new Malformed("du texte suit la fin du résultat");
            }
        }
    }

    private void field(String name, JsonParser parser) {
        switch (name) {
            case "format", "rule", "seed", "public_value", "instance_sha256" -> texts.put(name, Json.text(parser));
            case "ranks", "base", "value", "dual", "components" -> numbers.put(name, Json.number(parser));
            case "costs" -> costs = Json.numbers(parser);
            case "profile" -> profile(parser);
            case "workshops" -> {
                if (offersRead) {
                    parser.skipChildren();
                } else {
                    Json.each(parser, () -> offer(parser));
                    offersRead = true;
                }
            }
            case "participants" -> {
                if (offersRead) {
                    Json.each(parser, () -> person(parser));
                    peopleRead = true;
                } else {
                    parser.skipChildren();
                }
            }
            default -> throw new Malformed("« %s » n’est pas un champ du format".formatted(name));
        }
    }

    private void profile(JsonParser parser) {
        var ranks = new ArrayList<Integer>();
        var others = new TreeMap<String, Integer>();
        Json.fields(parser, name -> {
            switch (name) {
                case "ranks" -> Json.numbers(parser).forEach(count -> ranks.add(Json.small(count)));
                case "completed", "none" -> others.put(name, Json.small(Json.number(parser)));
                default -> throw new Malformed("« %s » dans le profil".formatted(name));
            }
        });
        ranks.add(others.getOrDefault("completed", -1));
        ranks.add(others.getOrDefault("none", -1));
        profile = ranks;
    }

    private void offer(JsonParser parser) {
        var reading = new OfferReading();
        Json.fields(parser, name -> reading.field(name, parser));
        var offer = reading.offer();
        placeOf.putIfAbsent(offer.id(), offers.size());
        offers.add(offer);
    }

    private void person(JsonParser parser) {
        var reading = new PersonReading(placeOf);
        Json.fields(parser, name -> reading.field(name, parser));
        people.add(reading.line(), reading.wishes());
        drawn += reading.hasNumber() ? 1 : 0;
    }

    /// A workshop being read.
    private static final class OfferReading {
        private @Nullable String id;
        private int seats = -1;
        private final Map<String, Integer> kept = new TreeMap<>();
        private @Nullable BigInteger price;
        private final Map<String, BigInteger> keptPrices = new TreeMap<>();
        private final List<Integer> gain = new ArrayList<>();

        void field(String name, JsonParser parser) {
            switch (name) {
                case "id" -> id = Json.text(parser);
                case "seats" -> seats = Json.small(Json.number(parser));
                case "kept" -> Json.fields(parser, each -> kept.put(each, Json.small(Json.number(parser))));
                case "price" -> price = Json.number(parser);
                case "kept_prices" -> Json.fields(parser, each -> keptPrices.put(each, Json.number(parser)));
                case "gain" -> Json.numbers(parser).forEach(count -> gain.add(Json.small(count)));
                default -> throw new Malformed("« %s » dans un atelier".formatted(name));
            }
        }

        Claim.Offer offer() {
            if (id == null) {
                throw new Malformed("un atelier n’a pas d’« id »");
            }
            return new Claim.Offer(id, seats, kept, price, keptPrices, gain);
        }
    }
}
