package fr.preau.contribution;

import fr.preau.account.AccountRecords;
import fr.preau.account.Person;
import fr.preau.retention.Kept;
import fr.preau.web.French;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The online contributions that keep this person's address, until they are told what became of them.
@Component
@Order(66)
class ContributionRecords implements AccountRecords {
    private final Authors authors;
    private final Contributions contributions;

    ContributionRecords(Authors authors, Contributions contributions) {
        this.authors = authors;
        this.contributions = contributions;
    }

    @Override
    public List<Kept> about(Person person) {
        var entries = authors.writtenBy(person.mail()).stream()
                .flatMap(author -> contributions.find(author.contribution()).stream()
                        .map(one -> Kept.entry(
                                "Référence", one.reference(),
                                "Reçue le", French.day(one.day()),
                                "Votre texte", one.text())))
                .toList();
        return List.of(new Kept("Contributions en ligne", entries));
    }
}
