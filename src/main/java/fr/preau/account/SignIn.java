package fr.preau.account;

import fr.preau.web.NamedNetworks;
import fr.preau.web.Network;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Signing in without a password: a link is sent to an address, and whoever opens it reads that mailbox. Every
/// address gets a link, so that nothing tells which have an account; the account is made when the link is used.
@Service
class SignIn implements OneTimeTokenService {
    static final Duration LIFE = Duration.ofMinutes(15);
    static final int LINKS_PER_ADDRESS = 5;

    private final SignInLinkRepository links;
    private final Attempts attempts;
    private final NamedNetworks named;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final String address;
    private final int linksPerNetwork;

    SignIn(
            SignInLinkRepository links,
            Attempts attempts,
            NamedNetworks named,
            ApplicationEventPublisher news,
            Clock clock,
            @Value("${preau.address}") String address,
            @Value("${preau.sign-in.links-per-network:120}") int linksPerNetwork) {
        this.links = links;
        this.attempts = attempts;
        this.named = named;
        this.news = news;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
        this.linksPerNetwork = linksPerNetwork;
    }

    sealed interface Outcome {
        /// What the visitor is told: also when this address was sent too many links already.
        record Sent() implements Outcome {}

        record TooMany(Duration pause) implements Outcome {}
    }

    /// Sends a link, at most 5 a quarter of an hour to one address, and so many asked for from one network: sixty
    /// teachers in training ask for two each.
    @Transactional
    Outcome ask(MailAddress mail, String destination, Network network) {
        var now = clock.instant();
        var pause = pause(network, now);
        if (pause.isPositive()) {
            return new Outcome.TooMany(pause);
        }
        if (attempts.add("mail " + mail, now).number() <= LINKS_PER_ADDRESS) {
            var link = create(mail, destination);
            news.publishEvent(new SignInAsked(
                    mail.value(), address + "/connexion/lien?token=" + link.tokenValue(), link.expiresAt()));
        }
        return new Outcome.Sent();
    }

    private Duration pause(Network network, Instant now) {
        if (named.contain(network)) {
            return Duration.ZERO;
        }
        var asked = attempts.add("network " + network.value(), now);
        return asked.number() > linksPerNetwork ? Duration.between(now, asked.until()) : Duration.ZERO;
    }

    /// Looked at, not used: mail programs open links before people do.
    Optional<SignInLink> find(String token) {
        return links.find(token, clock.instant());
    }

    @Override
    @Transactional
    public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
        return create(new MailAddress(request.getUsername()), Destination.SPACE);
    }

    @Override
    @Transactional
    public @Nullable SignInLink consume(OneTimeTokenAuthenticationToken token) {
        return links.take(Objects.requireNonNullElse(token.getTokenValue(), ""), clock.instant())
                .orElse(null);
    }

    SignInLink create(MailAddress mail, String destination) {
        var link = new SignInLink(
                SecretKey.random().value(), mail, destination, clock.instant().plus(LIFE));
        links.add(link);
        return link;
    }
}
