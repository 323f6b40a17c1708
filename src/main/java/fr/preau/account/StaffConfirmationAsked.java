package fr.preau.account;

/// Someone says they work in a school: its official address is asked. `role` is in French (« enseignant »,
/// « chef d'établissement »); `link` opens the page where the school confirms or refuses.
public record StaffConfirmationAsked(
        String schoolMail, String schoolName, String personName, String role, String link) {}
