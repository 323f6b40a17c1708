package fr.preau.wording;

import java.time.LocalDate;

/// What a suggestion rests on, kept and shown with it: the method that made it, the version of that method, the day.
/// A version changes whenever the same texts could give another answer, word lists included.
public record Basis(Method method, int version, LocalDate day) {
    public enum Method {
        SAME_WORDS("mêmes mots", 1),
        NEAR_COPIES("copies proches", 1),
        SHARED_WORDS("mots en commun", 1);

        private final String french;
        private final int version;

        Method(String french, int version) {
            this.french = french;
            this.version = version;
        }

        public String french() {
            return french;
        }

        Basis on(LocalDate day) {
            return new Basis(this, version, day);
        }
    }
}
