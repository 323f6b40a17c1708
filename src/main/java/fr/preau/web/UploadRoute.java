package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// A route that takes a file, declared as a bean by the module that owns it: its form may carry `most` bytes within
/// `within`, once it is known that who sends it may open the route. Everywhere else a body is a form's (`preau.body`).
public record UploadRoute(PathPattern pattern, long most, Duration within) {
    /// Room for the form's other fields.
    private static final long FIELDS = 64 * 1024;

    /// `file` is the largest file, in bytes.
    public static UploadRoute of(String pattern, long file, Duration within) {
        return new UploadRoute(PathPatternParser.defaultInstance.parse(pattern), file + FIELDS, within);
    }

    /// A photo, from a telephone on a slow line. One that is too heavy is taken in too, up to three times, so that it can
    /// be told in words rather than by a broken connection.
    public static UploadRoute ofAPicture(String pattern) {
        return of(pattern, 3L * Pictures.LARGEST_FILE, Duration.ofMinutes(3));
    }

    boolean takes(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && isMultipart(request)
                && pattern.matches(PathContainer.parsePath(request.getRequestURI()));
    }

    static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }
}
