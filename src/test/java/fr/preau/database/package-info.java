@NullMarked
package fr.preau.database;

import org.jspecify.annotations.NullMarked;
