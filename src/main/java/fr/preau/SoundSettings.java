package fr.preau;

import fr.preau.account.MailAddress;
import fr.preau.web.WrongSetting;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;

/// Whether the settings that end in links, letters and pages can be what they were given, looked at before anything
/// else starts: a wrong one would only be met by the people who read them.
class SoundSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    /// One setting, what it may be when it is given at all, and how that is said.
    private record Rule(String setting, Predicate<String> sound, String expected) {}

    private static final String MAIL = "il faut une adresse de courriel, comme contact@example.org";
    private static final String CONTACT = "il faut une adresse de courriel, ou celle d'une page (https://…)";
    private static final String ROOT = "Préau se tient à la racine d'un nom de domaine, jamais sous un chemin";

    private static final List<Rule> RULES = List.of(
            new Rule("server.servlet.context-path", "/"::equals, ROOT),
            new Rule("spring.mvc.servlet.path", "/"::equals, ROOT),
            new Rule(
                    "preau.address",
                    SoundSettings::isOrigin,
                    "il faut l'adresse que voient les visiteurs, sans chemin, comme https://preau.example.org"),
            new Rule(
                    "preau.mail.from",
                    SoundSettings::isSender,
                    "il faut une adresse de courriel, comme « ne-pas-repondre@example.org » ou « Préau <ne-pas-repondre@example.org> »"),
            new Rule(
                    "preau.pilots",
                    SoundSettings::areMails,
                    "il faut des adresses de courriel séparées par des virgules"),
            new Rule("preau.operator.mail", SoundSettings::isMail, MAIL),
            new Rule("preau.operator.data-protection-officer.contact", SoundSettings::isContact, CONTACT),
            new Rule("preau.operator.accessibility-contact", SoundSettings::isContact, CONTACT),
            new Rule(
                    "preau.trusted-proxies",
                    SoundSettings::areMachines,
                    "il faut des adresses IP séparées par des virgules, comme « 10.0.0.5, 10.1.0.0/24 »"));

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent starting) {
        var settings = Binder.get(starting.getEnvironment());
        RULES.forEach(rule -> check(rule, settings));
        settings.bind("preau.trusted-proxies[0]", String.class).ifBound(SoundSettings::refuseAList);
    }

    private static void check(Rule rule, Binder settings) {
        var given = settings.bind(rule.setting(), String.class).orElse("");
        if (!given.isBlank() && !rule.sound().test(given)) {
            throw new WrongSetting(rule.setting(), given, rule.expected());
        }
    }

    /// Its text would be believed instead, without a word.
    private static void refuseAList(String first) {
        throw new WrongSetting(
                "preau.trusted-proxies",
                first,
                "toutes les adresses s'écrivent sur une ligne, séparées par des virgules");
    }

    /// A scheme, a host, perhaps a port: nothing that a page's path could not be added to.
    private static boolean isOrigin(String typed) {
        try {
            var address = URI.create(typed);
            return isOfTheWeb(address)
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawPath().matches("/*");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isOfTheWeb(URI address) {
        return address.getScheme() != null
                && List.of("http", "https").contains(address.getScheme().toLowerCase(Locale.ROOT));
    }

    private static boolean isSender(String typed) {
        try {
            return isMail(new InternetAddress(typed, true).getAddress());
        } catch (AddressException _) {
            return false;
        }
    }

    private static boolean isMail(String typed) {
        return MailAddress.parse(typed).isPresent();
    }

    private static boolean areMails(String typed) {
        return Stream.of(typed.split(",")).allMatch(one -> one.isBlank() || isMail(one));
    }

    private static boolean isContact(String typed) {
        return isMail(typed) || isPage(typed);
    }

    private static boolean isPage(String typed) {
        try {
            var address = URI.create(typed);
            return isOfTheWeb(address) && address.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean areMachines(String typed) {
        return Stream.of(typed.split(",", -1)).map(String::strip).allMatch(SoundSettings::isMachine);
    }

    /// An address, or a block of them. Names are not looked up: who answers to one may change.
    private static boolean isMachine(String typed) {
        var parts = typed.split("/", -1);
        try {
            var longest = InetAddress.ofLiteral(parts[0]).getAddress().length * 8;
            return parts.length == 1
                    || (parts.length == 2
                            && BITS.matcher(parts[1]).matches()
                            && Integer.parseInt(parts[1]) <= longest);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
