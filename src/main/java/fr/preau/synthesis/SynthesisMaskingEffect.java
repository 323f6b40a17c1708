package fr.preau.synthesis;

import fr.preau.contribution.Contribution;
import fr.preau.contribution.MaskingEffect;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What masking a contribution changes in syntheses: publications made anew without it, statements to read again.
@Component
@Order(1)
class SynthesisMaskingEffect implements MaskingEffect {
    private final RevisionRepository revisions;
    private final PublicationRepository publications;
    private final Quotations quotations;

    SynthesisMaskingEffect(RevisionRepository revisions, PublicationRepository publications, Quotations quotations) {
        this.revisions = revisions;
        this.publications = publications;
        this.quotations = quotations;
    }

    @Override
    public List<Effect> of(Contribution contribution) {
        var effects = new ArrayList<Effect>();
        revisions.showing(Leaving.whole(contribution, "")).stream()
                .flatMap(id -> publications.find(id).stream())
                .forEach(publication -> effects.add(revised(publication)));
        var leaning = quotations.leaningOn(contribution.id().value());
        if (leaning > 0) {
            effects.add(leaned(leaning));
        }
        return effects;
    }

    private static Effect revised(Publication publication) {
        return new Effect(
                "La publication %d des synthèses sera refaite sans ce texte, fichiers compris. Le reste n'y change pas, et la personne qui l'a publiée est prévenue."
                        .formatted(publication.number()),
                "La publication %d des synthèses est refaite sans ce texte.".formatted(publication.number()));
    }

    private static Effect leaned(int statements) {
        var many = French.count(statements, "énoncé s'appuie", "énoncés s'appuient");
        return new Effect(
                "%s sur elle : ce qui la répète mot pour mot y devient « %s » ; relisez le reste."
                        .formatted(many, Quotations.GONE),
                "%s sur elle : à relire.".formatted(many));
    }
}
