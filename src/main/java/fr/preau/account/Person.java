package fr.preau.account;

/// A person with an account; `name` is empty until they write it.
public record Person(PersonId id, String mail, String name) {
    /// What to call them: their name, or their address while they gave none.
    public String label() {
        return name.isEmpty() ? mail : name;
    }
}
