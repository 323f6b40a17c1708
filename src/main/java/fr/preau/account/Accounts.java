package fr.preau.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people who have an account.
@Service
public class Accounts {
    static final int NAME_MAX = 100;

    private final PersonRepository people;
    private final Clock clock;

    Accounts(PersonRepository people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    public Optional<Person> find(PersonId id) {
        return people.find(id);
    }

    /// By id, for a list: one query.
    public Map<PersonId, Person> find(Collection<PersonId> ids) {
        return people.find(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    public Optional<Person> find(MailAddress mail) {
        return people.find(mail);
    }

    /// The person of this address, their account made if they had none.
    @Transactional
    public Person findOrCreate(MailAddress mail) {
        return people.find(mail).orElseGet(() -> {
            people.add(mail, clock.instant());
            return people.find(mail).orElseThrow();
        });
    }

    /// Someone signed in with this account; only the day is kept.
    @Transactional
    void seen(PersonId id) {
        people.see(id, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Transactional
    public void rename(PersonId id, String name) {
        people.rename(id, name);
    }

    /// Those whom the demonstration made, in the order it made them.
    public List<Person> demonstrationPeople() {
        return people.fictional();
    }

    /// A person of the demonstration: the only kind whom its sign-in page offers.
    @Transactional
    public Person createForDemonstration(MailAddress mail, String name) {
        var person = findOrCreate(mail);
        people.rename(person.id(), name);
        people.markFictional(person.id());
        return people.find(person.id()).orElseThrow();
    }
}
