@NullMarked
package fr.preau.notification;

import org.jspecify.annotations.NullMarked;
