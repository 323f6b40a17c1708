package fr.preau.event;

/// Where an event happens.
public enum Format {
    ON_SITE("sur place"),
    ONLINE("en ligne"),
    HYBRID("sur place et en ligne"),
    /// The organiser comes to the class: its seats count visits, one a class, and only classes book.
    AT_SCHOOL("dans votre établissement");

    private final String french;

    Format(String french) {
        this.french = french;
    }

    public String french() {
        return french;
    }
}
