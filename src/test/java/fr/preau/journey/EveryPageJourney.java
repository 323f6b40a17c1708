package fr.preau.journey;

import fr.preau.Neighbourhood;
import fr.preau.PreauTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Opens every page there is, as someone who may open them all: what no other journey comes by is checked too.
@PreauTest
@ExtendWith(Scene.Setting.class)
class EveryPageJourney {
    /// What a browser downloads, or shows as it is: no page.
    private static final String FILES = ".*\\.(ics|csv|atom|json)|/api/.*|.*/images/.+|.*/fichiers/.+|/error";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Autowired
    private Neighbourhood neighbourhood;

    @Test
    void owesNothingToItsReader(Scene scene) {
        var visitor = scene.visitor(neighbourhood.everyone());
        pages().forEach(page -> visitor.open(neighbourhood.address(page)));
    }

    private List<String> pages() {
        return routes.getHandlerMethods().keySet().stream()
                .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .flatMap(EveryPageJourney::ways)
                .filter(pattern -> !pattern.matches(FILES))
                .sorted()
                .toList();
    }

    /// One form, three ways in, to take seats or to wait for them.
    private static Stream<String> ways(String pattern) {
        return pattern.matches(".*/seances/\\{session}/(inscription|attente)")
                ? Stream.of("", "?comme=eleve", "?comme=adulte", "?comme=classe")
                        .map(pattern::concat)
                : Stream.of(pattern);
    }
}
