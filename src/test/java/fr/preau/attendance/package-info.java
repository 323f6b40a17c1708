@NullMarked
package fr.preau.attendance;

import org.jspecify.annotations.NullMarked;
