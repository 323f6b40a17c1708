package fr.preau.web;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// Who runs the platform in tests that make their own: nobody, unless settings say so.
public final class TestOperator {
    private TestOperator() {}

    public static Operator unset() {
        return with(Map.of());
    }

    /// With these settings, named from `preau.operator.` on.
    public static Operator with(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("", Operator.class);
    }
}
