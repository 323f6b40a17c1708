package fr.preau.web;

/// A setting that cannot be what it was given: the platform does not start, and says why in one sentence.
public class WrongSetting extends RuntimeException {
    /// `why` says what is expected, in French, and ends the sentence.
    public WrongSetting(String name, Object value, String why) {
        super("Le réglage %s ne peut pas valoir « %s » : %s.".formatted(name, value, why));
    }
}
