package fr.preau.registration;

import fr.preau.web.Typed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// The children who come as well, in the field `enfants` of a form that shows `lignes` of these lines. They have names,
/// not numbers: a number that is none, or huge, would have to be refused.
record ChildrenForm(String lignes, ChildForm un, ChildForm deux, ChildForm trois, ChildForm quatre, ChildForm cinq) {
    static final List<String> LINES = List.of("un", "deux", "trois", "quatre", "cinq");
    static final int MOST = LINES.size();

    ChildrenForm {
        lignes = Typed.line(lignes);
        un = orBlank(un);
        deux = orBlank(deux);
        trois = orBlank(trois);
        quatre = orBlank(quatre);
        cinq = orBlank(cinq);
    }

    static ChildrenForm orNone(@Nullable ChildrenForm sent) {
        return sent == null ? new ChildrenForm("", NOBODY, NOBODY, NOBODY, NOBODY, NOBODY) : sent;
    }

    private static final ChildForm NOBODY = new ChildForm("", "");

    private static ChildForm orBlank(@Nullable ChildForm line) {
        return line == null ? NOBODY : line;
    }

    private List<ChildForm> all() {
        return List.of(un, deux, trois, quatre, cinq);
    }

    /// How many lines to show: those that were there, and what is written beyond.
    int lines() {
        var all = all();
        var written = MOST;
        while (written > 0 && all.get(written - 1).isBlank()) {
            written--;
        }
        return Math.clamp(Typed.number(lignes).orElse(0), written, MOST);
    }

    /// Those who come at the same address; a sentence is added at each field to correct. `first` is the name the form
    /// begins with.
    List<Registrant.Pupil> read(String first, String mail, BindingResult errors) {
        var children = new ArrayList<Registrant.Pupil>();
        var names = new HashSet<>(Set.of(first.toLowerCase(Locale.FRENCH)));
        for (var line = 0; line < MOST; line++) {
            var child = all().get(line);
            if (!child.isBlank()) {
                errors.pushNestedPath("enfants." + LINES.get(line));
                var read = child.read(mail, names, errors);
                errors.popNestedPath();
                if (read != null) {
                    children.add(read);
                }
            }
        }
        return children;
    }
}
