package fr.preau.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;

/// Why a PostgreSQL server did not let us in, from the code of its refusal (PostgreSQL, appendix A).
record ConnectionRefusal(SQLException problem, String url) {
    /// Nobody there, cut off, starting or stopping, no place left: that passes.
    private static final Set<String> PASSING = Set.of("08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "53300");

    private static final Pattern DATABASE = Pattern.compile("/([^/?]+)(?:\\?.*)?$");

    boolean passes() {
        return problem instanceof PSQLException && PASSING.contains(state());
    }

    String french() {
        var server = DatabaseName.withoutSecrets(url);
        return switch (state()) {
            case "28P01", "28000" ->
                "Le serveur PostgreSQL %s refuse ce nom d'utilisateur ou ce mot de passe : vérifiez SPRING_DATASOURCE_USERNAME et SPRING_DATASOURCE_PASSWORD, ou le fichier ~/.pgpass (et, sur le serveur, pg_hba.conf)."
                        .formatted(server);
            case "08004" ->
                "Le serveur PostgreSQL %s demande un mot de passe : donnez-le par SPRING_DATASOURCE_PASSWORD ou par le fichier ~/.pgpass."
                        .formatted(server);
            case "3D000" ->
                "Le serveur PostgreSQL n'a pas de base « %s » : faites-la créer (create database %1$s owner …), ou corrigez l'adresse %s."
                        .formatted(database(), server);
            case "42501" ->
                "Le serveur PostgreSQL %s n'ouvre pas cette base à cet utilisateur : il doit en être propriétaire."
                        .formatted(server);
            case String _ when passes() ->
                "Le serveur PostgreSQL %s est injoignable : vérifiez qu'il tourne, et son adresse.".formatted(server);
            case String _ when !(problem instanceof PSQLException) ->
                "L'adresse %s n'est pas celle d'un serveur PostgreSQL : elle s'écrit jdbc:postgresql://machine/base."
                        .formatted(server);
            default ->
                "Le serveur PostgreSQL %s ne répond pas comme prévu (%s)."
                        .formatted(
                                server,
                                String.valueOf(problem.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""));
        };
    }

    private String database() {
        var named = DATABASE.matcher(url);
        return named.find() ? named.group(1) : "";
    }

    private String state() {
        return Optional.ofNullable(problem.getSQLState()).orElse("");
    }
}
