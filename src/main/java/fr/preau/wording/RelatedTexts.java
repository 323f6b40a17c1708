package fr.preau.wording;

import fr.preau.wording.Basis.Method;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Texts in memory, and which of them share telling words with another: BM25 over French stems and a hand-kept list of
/// synonyms. Any thread may put, forget and ask at once.
public final class RelatedTexts implements AutoCloseable {
    private static final String ID = "id";
    private static final String THEME = "theme";
    private static final String TEXT = "text";
    /// The rarest terms of a question are those that tell; the others only cost time.
    private static final int TERMS = 25;

    private static final Map<String, String> FAMILIES = families();

    private final Clock clock;
    private final Analyzer words = new FrenchWords(FAMILIES);
    private final IndexWriter writer;
    private final SearcherManager searchers;

    RelatedTexts(Clock clock) {
        this.clock = clock;
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(words));
            searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Puts it in, or in the place of the one of the same id.
    public void put(String id, String theme, String text) {
        var document = new Document();
        document.add(new StringField(ID, id, Field.Store.YES));
        document.add(new StringField(THEME, theme, Field.Store.NO));
        document.add(new TextField(TEXT, text, Field.Store.NO));
        try {
            writer.updateDocument(new Term(ID, id), document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public void forget(String id) {
        try {
            writer.deleteDocuments(new Term(ID, id));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// At most so many of the theme, the closest first, without those of these ids. Two shared terms at least, or one
    /// for a question that has only one: a single word in common is no kinship.
    public List<Related> like(String text, String theme, Set<String> without, int most) {
        try {
            searchers.maybeRefreshBlocking();
            var searcher = searchers.acquire();
            try {
                return found(searcher, query(searcher.getIndexReader(), text, theme, without), most);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<Related> found(IndexSearcher searcher, Query query, int most) throws IOException {
        var basis = Method.SHARED_WORDS.on(LocalDate.now(clock));
        var stored = searcher.storedFields();
        var related = new ArrayList<Related>();
        for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
            related.add(new Related(stored.document(hit.doc).get(ID), hit.score, basis));
        }
        return List.copyOf(related);
    }

    private Query query(IndexReader reader, String text, String theme, Set<String> without) throws IOException {
        var terms = telling(reader, text);
        var query = new BooleanQuery.Builder();
        terms.forEach(term -> query.add(new TermQuery(term), BooleanClause.Occur.SHOULD));
        query.setMinimumNumberShouldMatch(Math.clamp(terms.size(), 1, 2));
        query.add(new TermQuery(new Term(THEME, theme)), BooleanClause.Occur.FILTER);
        without.forEach(id -> query.add(new TermQuery(new Term(ID, id)), BooleanClause.Occur.MUST_NOT));
        return query.build();
    }

    private List<Term> telling(IndexReader reader, String text) throws IOException {
        var frequencies = new HashMap<Term, Integer>();
        for (var term : terms(words, text)) {
            var known = reader.docFreq(new Term(TEXT, term));
            if (known > 0) {
                frequencies.put(new Term(TEXT, term), known);
            }
        }
        return frequencies.entrySet().stream()
                .sorted(Map.Entry.<Term, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(TERMS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> terms(Analyzer words, String text) {
        var terms = new LinkedHashSet<String>();
        try (var stream = words.tokenStream(TEXT, text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return terms;
    }

    /// Each word of a line stands for the line's first one, as stems.
    private static Map<String, String> families() {
        var families = new HashMap<String, String>();
        try (var bare = new FrenchWords(Map.of())) {
            for (var line : WordList.lines("synonyms.txt")) {
                var stems = terms(bare, line).stream().toList();
                stems.forEach(stem -> families.putIfAbsent(stem, stems.getFirst()));
            }
        }
        return Map.copyOf(families);
    }
}
