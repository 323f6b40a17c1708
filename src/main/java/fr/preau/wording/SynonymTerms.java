package fr.preau.wording;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Puts one term of a family (« professeur ») for each of the others (« enseignant », « prof »).
final class SynonymTerms extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Map<String, String> families;

    SynonymTerms(TokenStream input, Map<String, String> families) {
        super(input);
        this.families = families;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        var family = families.get(term.toString());
        if (family != null) {
            term.setEmpty().append(family);
        }
        return true;
    }
}
