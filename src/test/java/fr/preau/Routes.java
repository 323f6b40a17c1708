package fr.preau;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address the platform's controllers answer, as Spring MVC has it.
@Component
class Routes {
    private final RequestMappingHandlerMapping mapping;

    Routes(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        mapping = requestMappingHandlerMapping;
    }

    record Route(String method, String pattern, HandlerMethod handler) {
        String name() {
            return method + " " + pattern;
        }
    }

    List<Route> all() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("fr.preau."))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()).stream())
                .filter(route -> !route.pattern().equals("/error"))
                .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method))
                .toList();
    }

    private static List<Route> routes(RequestMappingInfo mapped, HandlerMethod handler) {
        var methods = mapped.getMethodsCondition().getMethods();
        return mapped.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? java.util.stream.Stream.of(new Route("ANY", pattern, handler))
                        : methods.stream().map(RequestMethod::name).map(method -> new Route(method, pattern, handler)))
                .toList();
    }
}
