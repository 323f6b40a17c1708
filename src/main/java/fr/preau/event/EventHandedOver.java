package fr.preau.event;

import java.util.List;

/// An event belongs to another organisation, `to`. `former` and `mails` are the addresses of those who published it and
/// of those who do now.
public record EventHandedOver(EventId event, String title, String to, List<String> former, List<String> mails) {}
