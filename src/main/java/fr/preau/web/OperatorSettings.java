package fr.preau.web;

import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/// Reads the [Operator]. It was one text once, `preau.operator`, the operator's name: installations that still say it
/// so (`PREAU_OPERATOR` in the environment) are understood. Spring Boot's binder takes a text under the name of a group
/// for the whole group and converts it or fails, so that the group is read as if the text were not there.
@Configuration(proxyBeanMethods = false)
class OperatorSettings {
    private static final String GROUP = "preau.operator";

    @Bean
    static Operator operator(Environment settings) {
        var group = group(settings).bindOrCreate(GROUP, Operator.class);
        var former = settings.getProperty(GROUP, "").strip();
        return group.name().isBlank() && !former.isEmpty() ? group.named(former) : group;
    }

    private static Binder group(Environment settings) {
        var text = ConfigurationPropertyName.of(GROUP);
        var sources = StreamSupport.stream(ConfigurationPropertySources.get(settings).spliterator(), false)
                .map(source -> source.filter(name -> !name.equals(text)))
                .toList();
        return new Binder(sources, new PropertySourcesPlaceholdersResolver((ConfigurableEnvironment) settings));
    }
}
