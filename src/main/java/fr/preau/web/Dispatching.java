package fr.preau.web;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.validation.Validator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// How Spring MVC finds who answers, and binds what was typed: as it always does, without two costs of every form sent
/// (docs/performance.md).
@Configuration(proxyBeanMethods = false)
class Dispatching implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RoutesByFirstWord();
    }

    /// No form has Spring's field markers (`_field`, `!field`). Looked for, `_csrf` passes for one: each form that was
    /// sent threw an exception, with the stack of a whole request, to learn that no field is called `csrf`.
    @Bean
    ConfigurableWebBindingInitializer binding(
            @Qualifier("mvcConversionService") ConversionService conversion,
            @Qualifier("mvcValidator") Validator validator) {
        var binding = new ConfigurableWebBindingInitializer() {
            @Override
            public void initBinder(WebDataBinder binder) {
                super.initBinder(binder);
                binder.setFieldMarkerPrefix(null);
                binder.setFieldDefaultPrefix(null);
            }
        };
        binding.setConversionService(conversion);
        binding.setValidator(validator);
        return binding;
    }
}
