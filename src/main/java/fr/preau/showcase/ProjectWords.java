package fr.preau.showcase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A project in words, heading by heading, to be read over and compared.
final class ProjectWords {
    private ProjectWords() {}

    static Map<String, String> of(ProjectContent content, List<String> names) {
        var level = content.level();
        var category = content.category();
        var licence = content.licence();
        var video = content.video();
        var words = new LinkedHashMap<String, String>();
        words.put("Titre", content.title());
        words.put("Année", content.year());
        words.put("Niveau", level == null ? "" : level.french());
        words.put("Catégorie", category == null ? "" : category.french());
        words.put("Équipe", String.join(", ", names));
        words.put("Nombre d'élèves", Objects.toString(content.pupils(), ""));
        words.put("En bref", content.summary());
        words.put("Ce qu'il fait", content.what());
        words.put("Comment il a été fabriqué", content.how());
        words.put("Programme", content.source());
        words.put("Vidéo", video == null ? "" : video.href());
        words.put("Licence", licence == null ? "" : licence.french());
        words.put("Images", String.valueOf(content.images().size()));
        return words;
    }
}
