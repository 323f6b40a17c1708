package fr.preau.event;

import fr.preau.web.Choice;
import java.util.List;

/// What the event form offers to choose from.
record EventFormChoices(
        List<Choice> kinds,
        List<Choice> formats,
        List<Choice> audience,
        List<Choice> accessibility,
        List<Choice> departements,
        List<Choice> genders) {
    static String sentence(Format format) {
        return switch (format) {
            case ON_SITE -> "Sur place : on vient quelque part";
            case ONLINE -> "En ligne";
            case HYBRID -> "Sur place et en ligne à la fois";
            case AT_SCHOOL -> "Dans les établissements : vous venez dans les classes";
        };
    }
}
