/// Préau, from its entry point down: one package a module, dependencies only downwards.
@NullMarked
package fr.preau;

import org.jspecify.annotations.NullMarked;
