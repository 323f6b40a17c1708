package fr.preau.registration;

import java.util.List;

/// Someone lost their links: these are the coming registrations of `mail` and what it waits for, not both empty.
/// Whoever asks is told nothing of it on screen.
public record LinksAsked(String mail, List<Registration> registrations, List<WaitingEntry> waiting) {}
