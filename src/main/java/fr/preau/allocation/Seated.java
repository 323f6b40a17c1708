package fr.preau.allocation;

import java.math.BigInteger;

/// A component once it is seated, for whoever explains it.
///
/// @param held the slot of each person
/// @param prices by place, that of "no seat" last
@SuppressWarnings("ArrayRecordComponent") // never compared
record Seated(Network network, int[] held, BigInteger[] prices, Levels levels, Ties ties) {}
