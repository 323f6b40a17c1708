package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the layout knows of the page being written: every template receives it as `page`.
///
/// `address` is where the platform is reached from outside, without a final slash; `operator` who runs it; `lacks` the
/// settings it still waits for, on the pages of those who steer it; `notice` is the sentence the previous action left
/// for this page (see [Notice]).
public record Page(
        String path,
        @Nullable String query,
        String address,
        Operator operator,
        List<Lacking.Setting> lacks,
        Supplier<String> csrfToken,
        List<Link> links,
        @Nullable String signedInAs,
        @Nullable String notice,
        UnaryOperator<String> assets) {

    /// What this installation is called.
    public String service() {
        return operator.serviceName();
    }

    /// The address of a stylesheet, script or picture, with the mark of its content so that browsers keep it for good.
    public String asset(String file) {
        return assets.apply(file);
    }

    /// The token a form carries. Asking for it writes its cookie: a page without a form never does, so that it can be
    /// cached.
    public String csrf() {
        return csrfToken.get();
    }

    /// This page's whole address, for feeds and sharing.
    public String here() {
        return address + path;
    }

    static String pathOf(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
