package fr.preau.audit;

import fr.preau.allocation.Allocation;
import fr.preau.allocation.Instance;
import fr.preau.allocation.Prices;
import java.io.IOException;
import java.io.Writer;

/// Writes an allocation with all its proof, in the format `docs/allocation.md` describes. The bytes depend on what was
/// asked only.
final class ResultWriter {
    static final String FORMAT = "preau-allocation-1";

    private final Allocation allocation;
    private final Instance instance;
    private final Claims claims;
    private final Drawing drawing;
    private final JsonText json;
    private final Writer out;

    ResultWriter(Allocation allocation, Drawing drawing, Writer out) {
        this.allocation = allocation;
        this.drawing = drawing;
        this.out = out;
        instance = allocation.instance();
        claims = new Claims(allocation);
        json = new JsonText(out);
    }

    void write() throws IOException {
        json.open('{').line();
        header();
        if (allocation.prices().isPresent()) {
            proof(allocation.prices().get());
        }
        json.line().name("workshops").open('[');
        for (var workshop = 0; workshop < instance.workshops().size(); workshop++) {
            json.line();
            workshop(workshop);
        }
        json.close(']').line().name("participants").open('[');
        for (var person = 0; person < instance.participants(); person++) {
            json.line();
            participant(person);
        }
        json.close(']').close('}');
        out.write('\n');
        out.flush();
    }

    private void header() throws IOException {
        json.name("format")
                .text(FORMAT)
                .line()
                .name("rule")
                .text(allocation.rule().word())
                .line();
        if (drawing.publicValue() != null) {
            json.name("public_value").text(drawing.publicValue()).line();
        }
        if (drawing.hash() != null) {
            json.name("instance_sha256").text(drawing.hash()).line();
        }
        if (drawing.numbers() == null) {
            json.name("seed").text(drawing.seed()).line();
        }
        var profile = allocation.profile();
        json.name("ranks").raw(instance.ranks()).line();
        json.name("components").raw(allocation.components()).line();
        json.name("profile").open('{').name("ranks").numbers(profile.byRank());
        json.name("completed")
                .raw(profile.completed())
                .name("none")
                .raw(profile.none())
                .close('}');
    }

    private void proof(Prices prices) throws IOException {
        json.line().name("base").raw(prices.base());
        json.line().name("costs").numbers(claims.costs(prices));
        json.line().name("value").raw(allocation.value().orElseThrow());
        json.line().name("dual").raw(prices.dual());
    }

    private void workshop(int number) throws IOException {
        var workshop = instance.workshops().get(number);
        json.open('{').name("id").text(workshop.id()).name("seats").raw(workshop.seats());
        if (workshop.open() < workshop.seats()) {
            json.name("kept").open('{');
            for (var category : instance.categories()) {
                if (workshop.kept().getOrDefault(category, 0) > 0) {
                    json.name(category).raw(workshop.kept().getOrDefault(category, 0));
                }
            }
            json.close('}');
        }
        if (allocation.prices().isPresent()) {
            price(number, allocation.prices().get());
        }
        json.close('}');
    }

    private void price(int number, Prices prices) throws IOException {
        json.name("price").raw(prices.open(number)).name("gain").numbers(prices.gain(prices.open(number)));
        var kept = claims.keptPrices(prices, number);
        if (!kept.isEmpty()) {
            json.name("kept_prices").open('{');
            for (var each : kept.entrySet()) {
                json.name(each.getKey()).raw(each.getValue());
            }
            json.close('}');
        }
    }

    private void participant(int person) throws IOException {
        json.open('{').name("id").text(instance.participant(person));
        if (instance.category(person) != Instance.NO_CATEGORY) {
            json.name("category").text(instance.categories().get(instance.category(person)));
        }
        json.name("wishes").open('[');
        for (var rank = 0; rank < instance.wishes(person); rank++) {
            json.text(id(instance.wish(person, rank)));
        }
        json.close(']');
        before(person);
        if (drawing.numbers() != null) {
            json.name("lottery").raw(drawing.numbers()[person]);
        }
        json.name("number").raw(allocation.lottery().number(person)).name("workshop");
        outcome(person);
        json.close('}');
    }

    private void before(int person) throws IOException {
        if (instance.secured(person)) {
            json.name("secured").raw(true);
        }
        if (instance.fallback(person) >= 0) {
            json.name("fallback").text(id(instance.fallback(person)));
        }
    }

    private void outcome(int person) throws IOException {
        var workshop = allocation.workshop(person);
        if (workshop == Allocation.NO_SEAT) {
            json.raw("null");
        } else {
            json.text(id(workshop));
        }
        json.name("rank").raw(allocation.rank(person) < 0 ? "null" : allocation.rank(person) + 1);
        if (allocation.completed(person)) {
            json.name("completed").raw(true);
        }
    }

    private String id(int workshop) {
        return instance.workshops().get(workshop).id();
    }
}
