package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// A session one is registered to draws near. `answer` is what the organiser answered to the class's access needs,
/// empty when there is none. Published in the transaction that notes it, once for each day a session is held on.
public record ReminderDue(Registration registration, PublishedEvent event, Ahead ahead, String answer) {}
