package fr.preau.showcase;

import fr.preau.territory.School;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One thing looked for in a project that waits for moderators: a hint, never a decision.
interface ProjectFindingRule {
    /// What a rule may look at. `names` are the first names of everyone of the project, by id.
    record Subject(
            ProjectContent content, Map<UUID, String> names, List<ProjectImage> images, Rights rights, School school) {
        /// Everything anyone wrote, image descriptions included.
        String text() {
            var alternatives = images.stream().map(ProjectImage::alternative).toList();
            return content.title() + "\n" + content.text() + "\n" + String.join("\n", alternatives);
        }

        /// « Inès, Tom ».
        String named(List<UUID> people) {
            return String.join(
                    ", ",
                    people.stream()
                            .map(id -> names.getOrDefault(id, "une personne qui n'est plus nommée"))
                            .toList());
        }
    }

    /// The sentence for the moderator, when the rule finds something.
    Optional<String> find(Subject subject);
}
