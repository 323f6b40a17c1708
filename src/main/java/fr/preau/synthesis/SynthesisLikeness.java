package fr.preau.synthesis;

import fr.preau.wording.Basis;
import fr.preau.wording.Likeness;
import fr.preau.wording.RelatedTexts;
import fr.preau.wording.Wordings;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which items share words with another: an index in memory, filled in the background so that no page waits for it. It
/// proposes, and does nothing (invariant C10).
@Component
class SynthesisLikeness {
    private static final int CANDIDATES = 12;
    private static final int MOST = 5;
    private static final int BATCH = 2000;

    /// How two texts stand to each other, as far as words can tell.
    enum Kind {
        NEAR("Presque les mêmes mots"),
        OPPOSED("Proches mais peut-être opposées"),
        RELATED("Voir aussi");

        private final String french;

        Kind(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }

        /// Never for what may be opposed.
        boolean mayBeAccepted() {
            return this != OPPOSED;
        }
    }

    record Suggested(Item other, Kind kind, Basis basis) {
        /// « mots en commun, méthode 1 ».
        String method() {
            return "%s, méthode %d".formatted(basis.method().french(), basis.version());
        }
    }

    private final RelatedTexts texts;
    private final Wordings wordings;
    private final ItemRepository items;
    private final JdbcClient database;
    private final AtomicBoolean filling = new AtomicBoolean();
    private volatile long upTo;

    SynthesisLikeness(Wordings wordings, ItemRepository items, JdbcClient database) {
        this.texts = wordings.relatedTexts();
        this.wordings = wordings;
        this.items = items;
        this.database = database;
    }

    /// The closest first, at most five, those of the same level and theme wherever they come from; without these.
    List<Suggested> to(Item item, Set<ItemId> without) {
        catchUp();
        var skipped = new java.util.HashSet<String>();
        skipped.add(item.id().value().toString());
        without.forEach(id -> skipped.add(id.value().toString()));
        var related = texts.like(item.text(), shelf(item.synthesis()), skipped, CANDIDATES);
        var found = new ArrayList<Suggested>();
        for (var one : related) {
            items.find(new ItemId(UUID.fromString(one.id())))
                    .filter(other -> !other.isWithdrawn())
                    .ifPresent(other -> found.add(new Suggested(other, kind(item, other), one.basis())));
        }
        return found.stream()
                .sorted(java.util.Comparator.comparing(Suggested::kind))
                .limit(MOST)
                .toList();
    }

    /// Whether texts are still being read: more may be proposed soon.
    boolean isFilling() {
        return filling.get();
    }

    Kind kind(Item item, Item other) {
        return switch (wordings.compare(item.text(), other.text())) {
            case Likeness.Same _, Likeness.NearCopy _ -> Kind.NEAR;
            case Likeness.PossiblyOpposed _ -> Kind.OPPOSED;
            case Likeness.Different _ -> Kind.RELATED;
        };
    }

    /// What arrived since. A few are put in at once, many in the background: the page is shown without them.
    private void catchUp() {
        if (filling.compareAndSet(false, true)) {
            if (fill() == BATCH) {
                Thread.ofVirtual().name("likeness").start(this::fillOn);
            } else {
                filling.set(false);
            }
        }
    }

    private void fillOn() {
        try {
            while (fill() == BATCH) {}
        } finally {
            filling.set(false);
        }
    }

    private int fill() {
        var batch = database.sql("""
                        select i.id, i.seq, i.text, y.consultation_id || y.level || y.theme as shelf
                        from synthesis.item i join synthesis.synthesis y on y.id = i.synthesis_id
                        where i.seq > :from and i.parent_id is null order by i.seq limit :batch
                        """)
                .param("from", upTo)
                .param("batch", BATCH)
                .query((row, _) -> {
                    texts.put(row.getString("id"), row.getString("shelf"), row.getString("text"));
                    return row.getLong("seq");
                })
                .list();
        if (!batch.isEmpty()) {
            upTo = batch.getLast();
        }
        return batch.size();
    }

    private String shelf(SynthesisId synthesis) {
        return database.sql("""
                        select consultation_id || level || theme from synthesis.synthesis where id = :id
                        """)
                .param("id", synthesis.value())
                .query(String.class)
                .single();
    }

    @PreDestroy
    void close() {
        texts.close();
    }
}
