package fr.preau.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The hash of what was asked, computed anew from the canonical text of the documentation; and the seed it gives with
/// the public value.
final class Frozen {
    private final Claim claim;
    private final MessageDigest sha = Numbers.sha256();

    Frozen(Claim claim) {
        this.claim = claim;
    }

    String hash() {
        put(List.of("preau-allocation-1", claim.rule()));
        claim.offers().stream()
                .sorted((one, other) -> Numbers.byCharacter(one.id(), other.id()))
                .forEach(this::put);
        var people = claim.people();
        var order = new Integer[people.count()];
        java.util.Arrays.setAll(order, person -> person);
        java.util.Arrays.sort(order, (one, other) -> Numbers.byCharacter(people.ids.get(one), people.ids.get(other)));
        for (var person : order) {
            put(people, person);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private void put(Claim.Offer offer) {
        var words = new ArrayList<>(List.of("workshop", offer.id(), Integer.toString(offer.seats())));
        offer.kept().entrySet().stream()
                .filter(kept -> kept.getValue() > 0)
                .map(kept -> kept.getKey() + "=" + kept.getValue())
                .sorted()
                .forEach(words::add);
        put(words);
    }

    private void put(Claim.People people, int person) {
        var id = people.ids.get(person);
        var given = claim.seed() == null ? Long.toString(people.given[person]) : "";
        var words = new ArrayList<>(List.of("participant", id, people.categories.get(people.category[person]), given));
        for (var at = 0; at < people.wishes(person); at++) {
            words.add(claim.offers().get(people.wish(person, at)).id());
        }
        put(words);
        if (people.secured(person)) {
            var before = people.fallback[person];
            put(
                    before < 0
                            ? List.of("secured", id)
                            : List.of("secured", id, claim.offers().get(before).id()));
        }
    }

    private void put(List<String> words) {
        sha.update((String.join("\t", words) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static String seed(String publicValue, String hash) {
        return HexFormat.of()
                .formatHex(Numbers.sha256().digest((publicValue + "\n" + hash).getBytes(StandardCharsets.UTF_8)));
    }
}
