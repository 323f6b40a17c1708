package fr.preau.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// Writes into the session who is signed in, where no filter of Spring Security does it.
@Component
class Entrance {
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    void enter(Person person, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var context = new SecurityContextImpl(SignInProvider.of(person));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
