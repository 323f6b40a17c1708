package fr.preau.account;

import java.time.Instant;
import org.springframework.security.authentication.ott.OneTimeToken;

/// One chance to sign in with this address, then to go where the person was going.
record SignInLink(String tokenValue, MailAddress mail, String destination, Instant expiresAt) implements OneTimeToken {
    @Override
    public String getTokenValue() {
        return tokenValue;
    }

    @Override
    public String getUsername() {
        return mail.value();
    }

    @Override
    public Instant getExpiresAt() {
        return expiresAt;
    }
}
