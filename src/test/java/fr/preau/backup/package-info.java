@NullMarked
package fr.preau.backup;

import org.jspecify.annotations.NullMarked;
