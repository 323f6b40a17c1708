package fr.preau.account;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.ott.InvalidOneTimeTokenException;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.core.Authentication;

/// Turns a used link into a signed-in person. No authority is kept in the session: see [Viewers].
class SignInProvider implements AuthenticationProvider {
    private final SignIn signIn;
    private final Accounts accounts;

    SignInProvider(SignIn signIn, Accounts accounts) {
        this.signIn = signIn;
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var link = signIn.consume((OneTimeTokenAuthenticationToken) asked);
        if (link == null) {
            throw new InvalidOneTimeTokenException("used, expired or unknown");
        }
        var person = accounts.findOrCreate(link.mail());
        accounts.seen(person.id());
        var authentication = of(person);
        authentication.setDetails(link.destination());
        return authentication;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OneTimeTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }

    static UsernamePasswordAuthenticationToken of(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(SignedInPerson.of(person), null, List.of());
    }
}
