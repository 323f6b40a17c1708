package fr.preau.showcase;

import fr.preau.account.PersonId;
import fr.preau.account.Viewer;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who writes to which project, by which form, having read it when its lock was `lock`. `name` is how the person is
/// called in the history of decisions.
record ProjectWriting(ProjectId project, int lock, UUID form, PersonId author, String name) {
    /// What every form on a project carries: its token, and the project's lock when its page was made. A form that lost
    /// its token counts as one of its own.
    record Ticket(@Nullable UUID jeton, int lock) {
        UUID form() {
            return Objects.requireNonNullElseGet(jeton, UUID::randomUUID);
        }

        /// Whether somebody else wrote since the form's page was made; the same form sent twice is not somebody else.
        boolean isStale(Project project) {
            return project.lock() != lock && !Objects.equals(project.lastForm(), jeton);
        }
    }

    static ProjectWriting of(Project project, Ticket ticket, Viewer viewer) {
        return new ProjectWriting(project.id(), ticket.lock(), ticket.form(), viewer.person(), viewer.name());
    }
}
