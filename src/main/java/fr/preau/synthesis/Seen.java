package fr.preau.synthesis;

/// An item as it was on the page of whoever acts on it.
record Seen(ItemId item, int lock) {
    static Seen of(Item item) {
        return new Seen(item.id(), item.lock());
    }
}
