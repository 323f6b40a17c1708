package fr.preau.showcase;

import fr.preau.web.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A project as those who may open it see it: everything, with what is hidden from the public and why.
record ProjectView(
        Project project,
        String school,
        Map<UUID, Member> members,
        List<ProjectImage> images,
        Rights rights,
        List<ProjectDecisionRepository.Decision> decisions) {
    ProjectContent content() {
        return project.content();
    }

    /// Those of the team who are still named.
    List<Member> team() {
        return named(content().team()).toList();
    }

    private Stream<Member> named(List<UUID> people) {
        return people.stream().map(members::get).filter(Objects::nonNull);
    }

    /// « Inès, Tom ».
    String namesOf(List<UUID> people) {
        return people.stream()
                .map(members::get)
                .map(member -> member == null ? "une personne qui n'est plus nommée" : member.name())
                .collect(Collectors.joining(", "));
    }

    /// Whose authorisation this image lacks; empty when the public may see it.
    String hides(ProjectImage image) {
        return namesOf(rights.missing(image.people(), Purpose.PHOTO));
    }

    /// The same for the video.
    String hidesVideo() {
        var video = content().video();
        return video == null ? "" : namesOf(rights.missing(video.people(), Purpose.VOICE));
    }

    List<ProjectOutcome.Problem> missing() {
        return project.allows(ProjectAction.SUBMIT) ? ProjectRules.missing(content()) : List.of();
    }

    /// What moderators last said, while the teacher has to answer it.
    List<ProjectDecisionRepository.Decision> toAnswer() {
        var asks = project.state() == ProjectState.CHANGES_REQUESTED || project.state() == ProjectState.REJECTED;
        return asks ? decisions.stream().limit(1).toList() : List.of();
    }

    /// What moderators may answer other than yes, where the project stands.
    List<Choice> decisionsOffered() {
        var offered = new ArrayList<Choice>();
        if (project.allows(ProjectAction.REQUEST_CHANGES)) {
            offered.add(new Choice("changes", "Demander des modifications : l'enseignant corrige et soumet à nouveau"));
            offered.add(new Choice("reject", "Refuser : cette version s'arrête là"));
        }
        if (project.allows(ProjectAction.SUSPEND)) {
            offered.add(new Choice("suspend", "Retirer de la galerie tout de suite, jusqu'à ce que ce soit corrigé"));
        }
        return offered;
    }

    /// Heading by heading, for moderators.
    Map<String, String> words(ProjectContent content) {
        return ProjectWords.of(content, names(content));
    }

    private List<String> names(ProjectContent content) {
        return named(content.team()).map(Member::name).toList();
    }
}
