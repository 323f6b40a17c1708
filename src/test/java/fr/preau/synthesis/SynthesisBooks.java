package fr.preau.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.synthesis.Disposition.Outcome;
import fr.preau.synthesis.Item.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Audits all syntheses of a consultation: reads every row and works out anew, without a line of the module's own
/// queries, what must hold.
@Component
class SynthesisBooks {
    private final JdbcClient database;
    private final SynthesisRepository syntheses;
    private final InboxRepository inbox;
    private final StatementRepository statements;
    private final SourceLinkRepository links;
    /// What was once frozen, as it was.
    private final Map<fr.preau.consultation.ConsultationId, Map<String, String>> frozen = new HashMap<>();
    private final Set<UUID> everSeen = new HashSet<>();

    SynthesisBooks(
            JdbcClient database,
            SynthesisRepository syntheses,
            InboxRepository inbox,
            StatementRepository statements,
            SourceLinkRepository links) {
        this.database = database;
        this.syntheses = syntheses;
        this.inbox = inbox;
        this.statements = statements;
        this.links = links;
    }

    private record Link(UUID statement, int version, UUID item, int itemVersion, LinkKind kind) {}

    void audit(fr.preau.consultation.ConsultationId consultation) {
        var all = syntheses.of(consultation);
        var items = new HashMap<UUID, Item>();
        var standing = new HashMap<UUID, Statement>();
        for (var synthesis : all) {
            itemsOf(synthesis).forEach(item -> items.put(item.id().value(), item));
            statements
                    .of(synthesis.id())
                    .forEach(statement -> standing.put(statement.id().value(), statement));
        }
        var everyLink = links(items.keySet());
        var current = everyLink.stream()
                .filter(link -> standing.containsKey(link.statement())
                        && there(standing, link.statement()).version() == link.version())
                .toList();
        everSeen.addAll(items.keySet());
        nothingIsLost();
        for (var item : items.values()) {
            oneDisposition(item, items, current);
        }
        for (var link : current) {
            oneLevelDown(link, items, standing, all);
            dissentIsCarriedAsDissent(link, items, standing);
        }
        for (var synthesis : all) {
            coverageIs(
                    synthesis,
                    items.values().stream()
                            .filter(item -> item.synthesis().equals(synthesis.id()))
                            .toList(),
                    items);
        }
        whatWasFrozenStays(frozen.computeIfAbsent(consultation, _ -> new HashMap<>()), everyLink);
        countsAreDistinctLeaves(standing.values().stream().toList(), everyLink, items);
    }

    /// C1.
    private void nothingIsLost() {
        var there = database.sql("select id from synthesis.item where id = any(:ids)")
                .param("ids", everSeen.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        assertThat(there).hasSize(everSeen.size());
    }

    private static void oneDisposition(Item item, Map<UUID, Item> items, List<Link> current) {
        var linked =
                current.stream().anyMatch(link -> link.item().equals(item.id().value()));
        assertThat(item.is(Outcome.TAKEN_UP)).as("taken up is linked: %s", item).isEqualTo(linked);
        if (item.is(Outcome.SPLIT) && !item.isWithdrawn()) {
            var pieces = items.values().stream()
                    .filter(piece -> item.id().equals(piece.parent()) && !piece.isWithdrawn())
                    .sorted(java.util.Comparator.comparingInt(
                            piece -> piece.place().piece()))
                    .map(Item::text)
                    .toList();
            assertThat(pieces).hasSizeGreaterThan(1);
        }
        if (item.disposition() != null && item.disposition().aside() != null) {
            assertThat(item.disposition().aside().sentence()).isNotBlank();
        }
    }

    /// C3.
    private static void oneLevelDown(
            Link link, Map<UUID, Item> items, Map<UUID, Statement> standing, List<Synthesis> all) {
        var item = there(items, link.item());
        var statement = there(standing, link.statement());
        var upper = all.stream()
                .filter(one -> one.id().equals(statement.synthesis()))
                .findFirst()
                .orElseThrow();
        assertThat(item.synthesis()).isEqualTo(upper.id());
        if (item.source().kind() == Source.Kind.STATEMENT) {
            var source = standing.get(item.source().id());
            if (source != null) {
                var lower = all.stream()
                        .filter(one -> one.id().equals(source.synthesis()))
                        .findFirst()
                        .orElseThrow();
                assertThat(lower.level().above()).contains(upper.level());
                assertThat(lower.theme()).isEqualTo(upper.theme());
            }
        }
    }

    /// C6: unless the item changed since, which the level is then asked to look at again.
    private static void dissentIsCarriedAsDissent(Link link, Map<UUID, Item> items, Map<UUID, Statement> standing) {
        var item = there(items, link.item());
        if (item.isDisagreement() && item.source().version() == link.itemVersion()) {
            assertThat(there(standing, link.statement()).kind()).isEqualTo(StatementKind.DISAGREEMENT);
            assertThat(link.kind()).isIn(LinkKind.TAKES_UP, LinkKind.REWORDS);
        }
    }

    /// C2 and C7, worked out item by item.
    private void coverageIs(Synthesis synthesis, List<Item> items, Map<UUID, Item> all) {
        var wholes = items.stream().filter(item -> !item.isPiece()).toList();
        var received = wholes.stream().filter(item -> !item.isWithdrawn()).toList();
        var dealt = received.stream()
                .filter(item -> item.disposition() != null)
                .filter(item -> !item.is(Outcome.SPLIT)
                        || items.stream()
                                .filter(piece -> item.id().equals(piece.parent()) && !piece.isWithdrawn())
                                .allMatch(piece -> piece.disposition() != null))
                .count();
        var stale = items.stream().filter(item -> isStale(item, all)).count();
        assertThat(inbox.coverage(synthesis.id()))
                .isEqualTo(new Coverage(received.size(), (int) dealt, (int) stale, wholes.size() - received.size()));
        var shown = inbox.count(
                synthesis.id(), new InboxRepository.Filter(InboxRepository.Show.REVIEW, null, null, null, ""));
        assertThat(shown).as("what to review is listed").isEqualTo((int) stale);
    }

    static boolean isStale(Item item, Map<UUID, Item> all) {
        var disposition = item.disposition();
        if (disposition == null) {
            return false;
        }
        var aside = disposition.aside();
        var original = aside == null || aside.duplicateOf() == null
                ? null
                : all.get(aside.duplicateOf().value());
        return (item.isWithdrawn()
                        ? disposition.outcome() == Outcome.TAKEN_UP
                        : disposition.itemVersion() != item.source().version() || item.reopened())
                || (original != null && (original.isWithdrawn() || original.isDisagreement() != item.isDisagreement()));
    }

    /// C7: versions.
    private void whatWasFrozenStays(Map<String, String> frozen, List<Link> everyLink) {
        var now = new TreeMap<String, String>();
        database.sql("select * from synthesis.statement_version where frozen")
                .query((row, _) -> now.put(
                        row.getString("statement_id") + "@" + row.getInt("version"),
                        row.getString("kind") + row.getString("text") + row.getBoolean("own_addition")))
                .list();
        for (var link : everyLink) {
            now.computeIfPresent(
                    link.statement() + "@" + link.version(),
                    (_, said) -> said + link.item() + link.itemVersion() + link.kind());
        }
        frozen.forEach((key, was) -> {
            // Words that repeated what had to go are the one thing that leaves.
            if (now.containsKey(key) && !now.getOrDefault(key, "").contains(Quotations.GONE)) {
                assertThat(now).containsEntry(key, was);
            }
        });
        everyLink.forEach(link -> {
            var key = link.statement() + "@" + link.version();
            if (now.containsKey(key)) {
                frozen.put(key, now.getOrDefault(key, ""));
            }
        });
    }

    /// C5, walked by hand.
    private void countsAreDistinctLeaves(List<Statement> standing, List<Link> everyLink, Map<UUID, Item> items) {
        var counted = links.leaves(standing);
        for (var statement : standing) {
            var leaves = new HashMap<UUID, String[]>();
            walk(statement.id().value(), statement.version(), everyLink, items, leaves);
            var workshops = leaves.values().stream().map(leaf -> leaf[0]).filter(one -> !one.isEmpty());
            var departements = leaves.values().stream().map(leaf -> leaf[1]).filter(one -> one.startsWith("DEP"));
            assertThat(counted.getOrDefault(statement.id(), Leaves.NONE))
                    .isEqualTo(
                            new Leaves(leaves.size(), (int) workshops.distinct().count(), (int)
                                    departements.distinct().count()));
        }
    }

    private static void walk(
            UUID statement, int version, List<Link> everyLink, Map<UUID, Item> items, Map<UUID, String[]> leaves) {
        for (var link : everyLink) {
            if (!link.statement().equals(statement) || link.version() != version) {
                continue;
            }
            var item = there(items, link.item());
            if (item.source().kind() == Source.Kind.CONTRIBUTION) {
                var workshop = item.origin().workshop();
                leaves.put(item.source().id(), new String[] {
                    workshop == null ? "" : workshop.value().toString(),
                    item.origin().territory()
                });
            } else {
                walk(item.source().id(), link.itemVersion(), everyLink, items, leaves);
            }
        }
    }

    private static <V> V there(Map<UUID, V> all, UUID key) {
        return java.util.Objects.requireNonNull(all.get(key), "a link to nothing");
    }

    private List<Item> itemsOf(Synthesis synthesis) {
        return database.sql(ItemRows.SELECT + "where i.synthesis_id = :id")
                .param("id", synthesis.id().value())
                .query((row, _) -> ItemRows.item(row))
                .list();
    }

    private List<Link> links(Set<UUID> items) {
        return database
                .sql("select * from synthesis.source_link where item_id = any(:ids) order by item_id")
                .param("ids", items.toArray(UUID[]::new))
                .query((row, _) -> new Link(
                        row.getObject("statement_id", UUID.class),
                        row.getInt("statement_version"),
                        row.getObject("item_id", UUID.class),
                        row.getInt("item_version"),
                        LinkKind.valueOf(row.getString("kind"))))
                .list()
                .stream()
                .collect(Collectors.toList());
    }
}
