package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// The organiser answered a class's access needs, or changed the answer.
public record NeedsAnswered(Registration registration, PublishedEvent event, String answer) {}
