package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Method;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Finds who answers an address as Spring does, among the routes that begin with the same word only: Spring compares
/// an address that holds an identifier with every route there is, a seventh of what a registration costs.
///
/// A route is named by its first word; one that may begin with any word has no name, and is always looked at.
final class RoutesByFirstWord extends RequestMappingHandlerMapping {
    /// Anything else (an escaped letter, a parameter in the path) is left to Spring, which knows how to read it.
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]+");

    /// Carries the word through Spring's own search.
    private static final class BeginningWith extends HttpServletRequestWrapper {
        private final String word;

        BeginningWith(String word, HttpServletRequest request) {
            super(request);
            this.word = word;
        }
    }

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo route) {
        super.registerHandlerMethod(handler, method, named(route));
    }

    private static RequestMappingInfo named(RequestMappingInfo route) {
        var words = route.getPatternValues().stream()
                .map(RoutesByFirstWord::firstWord)
                .distinct()
                .toList();
        return words.size() == 1 && WORD.matcher(words.getFirst()).matches()
                ? route.mutate().mappingName(words.getFirst()).build()
                : route;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var word = firstWord(path);
        return super.lookupHandlerMethod(
                path, WORD.matcher(word).matches() ? new BeginningWith(word, request) : request);
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        return request instanceof BeginningWith beginning
                        && route.getName() != null
                        && !beginning.word.equals(route.getName())
                ? null
                : super.getMatchingMapping(route, request);
    }

    private static String firstWord(String path) {
        var start = path.startsWith("/") ? 1 : 0;
        var end = path.indexOf('/', start);
        return end < 0 ? path.substring(start) : path.substring(start, end);
    }
}
