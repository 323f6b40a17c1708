@NullMarked
package fr.preau.registration;

import org.jspecify.annotations.NullMarked;
