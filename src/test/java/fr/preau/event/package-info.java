@NullMarked
package fr.preau.event;

import org.jspecify.annotations.NullMarked;
