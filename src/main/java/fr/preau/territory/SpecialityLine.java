package fr.preau.territory;

/// What one line says of a lycée: its pupils who chose NSI in *première*, in September of `year`.
record SpecialityLine(long line, Uai uai, int year, int girls, int boys) {}
