package fr.preau.account;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/// What a session remembers: who, never what they may do (that is read anew at each request).
record SignedInPerson(UUID id, String mail, String name) implements AuthenticatedPrincipal, Serializable {
    private static final long serialVersionUID = 1L;

    static SignedInPerson of(Person person) {
        return new SignedInPerson(person.id().value(), person.mail(), person.name());
    }

    @Override
    public String getName() {
        return name.isEmpty() ? mail : name;
    }
}
