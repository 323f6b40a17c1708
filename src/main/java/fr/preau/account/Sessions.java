package fr.preau.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// Sessions live in PostgreSQL: they survive a restart and are shared by several servers. Twelve hours without a page
/// end one.
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        tableName = "account.session",
        maxInactiveIntervalInSeconds = Sessions.SECONDS,
        cleanupCron = "0 7 * * * *")
class Sessions {
    static final int SECONDS = 12 * 60 * 60;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /// A session written by an older version of a library and no longer readable is as good as none: the person signs
    /// in again, instead of an error on every page.
    @Bean
    ConversionService springSessionConversionService() {
        var bytes = new DeserializingConverter(Sessions.class.getClassLoader());
        var conversions = new GenericConversionService() {
            @Override
            public @Nullable Object convert(@Nullable Object source, @Nullable TypeDescriptor from, TypeDescriptor to) {
                try {
                    return super.convert(source, from, to);
                } catch (ConversionException unreadable) {
                    if (source instanceof byte[]) {
                        return null;
                    }
                    throw unreadable;
                }
            }
        };
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, bytes);
        return conversions;
    }

    /// A cookie that holds anything but the id of a session is as good as none.
    @Bean
    CookieSerializer sessionCookie() {
        return new DefaultCookieSerializer() {
            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                return super.readCookieValues(request).stream()
                        .filter(id -> ID.matcher(id).matches())
                        .toList();
            }
        };
    }

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer upsertAttributes() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
