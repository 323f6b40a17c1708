/// Journeys: people of every role use the platform through its pages, in a real Chromium, with their mail. Every page
/// they meet is checked on the way (see [PageCheck]).
@NullMarked
package fr.preau.journey;

import org.jspecify.annotations.NullMarked;
