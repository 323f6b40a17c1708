package fr.preau.contribution;

import fr.preau.contribution.Contribution.Room;
import java.time.LocalDate;

/// What a contribution says, or said in a former version: `why` tells why it replaced the one before.
public record Wording(int version, Nature nature, String text, Room room, LocalDate day, String why) {}
