package fr.preau.school;

import jakarta.validation.constraints.NotNull;

/// Who shall read the programme.
record PublicationForm(
        @NotNull(message = "Choisissez qui peut lire le programme.")
        Visibility visibilite) {}
