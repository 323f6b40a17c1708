package fr.preau.account;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A person as tests see them. With MockMvc: `mvc.get().uri("/espace").with(teacher)`, and for a POST also
/// `.with(csrf())`. In a browser or an HTTP client: the session of [#cookie], named [TestPeople#COOKIE].
public record SignedIn(PersonId id, String mail, String name, String cookie) implements RequestPostProcessor {
    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        var person = TestPeople.authentication(new Person(id, mail, name));
        return SecurityMockMvcRequestPostProcessors.authentication(person).postProcessRequest(request);
    }
}
