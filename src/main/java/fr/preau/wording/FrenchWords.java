package fr.preau.wording;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/// How French is cut into terms for [RelatedTexts]: Lucene's light stems, without its stop list's worst trait, which
/// drops « ne », « pas », « sans » and « pour » and makes opposite sentences equal.
final class FrenchWords extends Analyzer {
    private static final Set<String> KEPT = Set.of("ne", "pas", "sans", "pour", "contre", "avec", "plus", "moins");
    private static final Pattern NEGATION = Pattern.compile("\\b([nN])['’]");
    private static final CharArraySet ELISIONS = new CharArraySet(
            Set.of("l", "m", "t", "qu", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"), true);
    private static final CharArraySet STOPPED = stopped();

    private final Map<String, String> synonyms;

    FrenchWords(Map<String, String> synonyms) {
        this.synonyms = synonyms;
    }

    @Override
    protected java.io.Reader initReader(String field, java.io.Reader reader) {
        return new PatternReplaceCharFilter(NEGATION, "$1e ", reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        TokenStream stream = new LowerCaseFilter(new ElisionFilter(words, ELISIONS));
        stream = new FrenchLightStemFilter(new StopFilter(stream, STOPPED));
        return new TokenStreamComponents(words, new SynonymTerms(new ASCIIFoldingFilter(stream), synonyms));
    }

    private static CharArraySet stopped() {
        var stopped = new CharArraySet(200, true);
        for (var word : FrenchAnalyzer.getDefaultStopSet()) {
            var text = word instanceof char[] letters ? String.valueOf(letters) : String.valueOf(word);
            if (!KEPT.contains(text)) {
                stopped.add(text);
            }
        }
        return stopped;
    }
}
