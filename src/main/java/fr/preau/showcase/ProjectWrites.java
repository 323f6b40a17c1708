package fr.preau.showcase;

import fr.preau.showcase.ProjectOutcome.Done;
import fr.preau.showcase.ProjectOutcome.Incomplete;
import fr.preau.showcase.ProjectOutcome.Refused;
import fr.preau.showcase.ProjectOutcome.Stale;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// The one way anything is written to a project: allowed where it stands, by whoever read it last, once. Called within
/// a transaction; the project's row is locked first, so that one writes at a time.
@Component
class ProjectWrites {
    /// What is about to happen: a content to write, or why not.
    sealed interface Step permits Write, ProjectOutcome.Refusal {}

    /// `then` runs after the content is written, in the same transaction.
    record Write(ProjectContent content, String done, Runnable then) implements Step {
        Write(ProjectContent content, String done) {
            this(content, done, () -> {});
        }
    }

    private final ProjectRepository projects;
    private final Clock clock;

    ProjectWrites(ProjectRepository projects, Clock clock) {
        this.projects = projects;
        this.clock = clock;
    }

    /// The project, which nobody else writes or decides on before this transaction ends.
    Project locked(ProjectWriting writing) {
        return projects.lock(writing.project()).orElseThrow();
    }

    ProjectOutcome write(ProjectWriting writing, ProjectAction action, Function<Project, Step> step) {
        return write(writing, action, action, step);
    }

    /// `allowed` is asked first; the project then goes where `action` leads.
    ProjectOutcome write(
            ProjectWriting writing, ProjectAction allowed, ProjectAction action, Function<Project, Step> step) {
        var project = projects.lock(writing.project()).orElseThrow();
        if (writing.form().equals(project.lastForm())) {
            return new Done("C'est déjà enregistré.");
        }
        if (project.lock() != writing.lock()) {
            return new Stale();
        }
        if (!project.allows(allowed)) {
            return new Refused("Ce projet est %s : ce n'est plus possible.".formatted(project.standing()));
        }
        return switch (step.apply(project)) {
            case Refused refused -> refused;
            case Incomplete incomplete -> incomplete;
            case Write write -> done(project, action, writing, write);
        };
    }

    private Done done(Project project, ProjectAction action, ProjectWriting writing, Write write) {
        projects.move(project, action.after(project.state()), write.content(), writing.form(), clock.instant());
        write.then().run();
        return new Done(write.done());
    }
}
