package fr.preau;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Who may knock at a route: every role, at home in what the route shows and next door to it.
enum Who {
    ANYONE,
    PERSON,
    MEMBER,
    OTHER_MEMBER,
    TEACHER,
    OTHER_TEACHER,
    HEAD,
    OTHER_HEAD,
    DEPARTEMENT,
    ACADEMIE,
    REGION,
    OTHER_DEPARTEMENT,
    OTHER_ACADEMIE,
    OTHER_REGION,
    PILOT;

    /// The people a word of the table stands for.
    static Set<Who> of(String word) {
        return switch (word) {
            case "everyone" -> EnumSet.allOf(Who.class);
            case "signed-in" -> EnumSet.complementOf(EnumSet.of(ANYONE));
            case "coordinator" -> EnumSet.of(DEPARTEMENT, ACADEMIE, REGION);
            case "any-coordinator" ->
                EnumSet.of(DEPARTEMENT, ACADEMIE, REGION, OTHER_DEPARTEMENT, OTHER_ACADEMIE, OTHER_REGION);
            case "any-member" -> EnumSet.of(MEMBER, OTHER_MEMBER);
            case "any-teacher" -> EnumSet.of(TEACHER, OTHER_TEACHER, HEAD, OTHER_HEAD);
            default ->
                EnumSet.of(Arrays.stream(values())
                        .filter(who -> who.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("nobody is called " + word)));
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
