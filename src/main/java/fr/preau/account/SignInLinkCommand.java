package fr.preau.account;

import fr.preau.database.Command;
import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// `script/preau sign-in-link ADDRESS`: a pilot gets in where no mail leaves (a restored copy, a mail server that is
/// not set yet). Whoever may run it holds the database already; it makes no account and gives no role.
@Component
class SignInLinkCommand implements Command {
    private final Accounts accounts;
    private final RoleRepository roles;
    private final SignIn signIn;
    private final String address;

    SignInLinkCommand(
            Accounts accounts, RoleRepository roles, SignIn signIn, @Value("${preau.address}") String address) {
        this.accounts = accounts;
        this.roles = roles;
        this.signIn = signIn;
        this.address = address.replaceAll("/+$", "");
    }

    @Override
    public String name() {
        return "sign-in-link";
    }

    @Override
    public String usage() {
        return "sign-in-link ADRESSE  donne à un pilote national un lien de connexion, sans courriel";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            out.println(usage());
            return 2;
        }
        var pilot = MailAddress.parse(arguments.getFirst())
                .flatMap(accounts::find)
                .filter(person -> roles.holds(person.id(), new Role.Pilot()))
                .map(person -> new MailAddress(person.mail()));
        pilot.ifPresentOrElse(
                mail -> out.println(link(mail)),
                () -> System.err.println(
                        "Aucun pilote national n'a cette adresse dans cette base : le réglage preau.pilots en nomme au démarrage du serveur."));
        return pilot.isPresent() ? 0 : 1;
    }

    private String link(MailAddress mail) {
        return """
                %s/connexion/lien?token=%s
                Ouvrez ce lien dans les %d minutes ; il ne sert qu'une fois, et ne se montre à personne.""".formatted(address, signIn.create(mail, Destination.SPACE).tokenValue(), SignIn.LIFE.toMinutes());
    }
}
