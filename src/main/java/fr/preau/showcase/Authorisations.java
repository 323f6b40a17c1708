package fr.preau.showcase;

import fr.preau.account.Accounts;
import fr.preau.account.Person;
import fr.preau.account.PersonId;
import fr.preau.programme.Editions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What families allow to show of pupils, and until when. The gallery asks [#rights] each time; nothing of the answer
/// is kept.
@Service
class Authorisations {
    /// How long before the end the teacher is told.
    static final int WARNING_DAYS = 30;

    private final AuthorisationRepository authorisations;
    private final MemberRepository members;
    private final ProjectRepository projects;
    private final GalleryRepository gallery;
    private final Accounts accounts;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Authorisations(
            AuthorisationRepository authorisations,
            MemberRepository members,
            ProjectRepository projects,
            GalleryRepository gallery,
            Accounts accounts,
            ApplicationEventPublisher news,
            Clock clock) {
        this.authorisations = authorisations;
        this.members = members;
        this.projects = projects;
        this.gallery = gallery;
        this.accounts = accounts;
        this.news = news;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Editions.PARIS);
    }

    List<Authorisation> of(ProjectId project) {
        return authorisations.ofProject(project);
    }

    /// The same of one pupil.
    List<Authorisation> of(Member member) {
        return of(member.project()).stream()
                .filter(one -> one.member().equals(member.id()))
                .toList();
    }

    Rights rights(ProjectId project) {
        return Rights.of(of(project), today());
    }

    Rights rights(List<ProjectId> all) {
        return Rights.of(authorisations.ofProjects(all), today());
    }

    @Transactional
    void record(Authorisation given, PersonId recorder) {
        if (authorisations.insert(given, recorder, clock.instant())) {
            gallery.touch(given.project(), clock.instant());
        }
    }

    /// At once: the next answer of the gallery does not show it. False when nothing was left to withdraw.
    @Transactional
    boolean withdraw(Authorisation given, Authorisation.Withdrawer by) {
        if (!authorisations.withdraw(given.id(), by, clock.instant())) {
            return false;
        }
        gallery.touch(given.project(), clock.instant());
        if (by == Authorisation.Withdrawer.FAMILY) {
            var project = projects.find(given.project()).orElseThrow();
            news.publishEvent(new AuthorisationWithdrawn(
                    project.id(),
                    project.content().title(),
                    name(given.member()),
                    given.purpose().french(),
                    mails(project)));
        }
        return true;
    }

    /// Tells the teachers what ends soon, once each; false when nobody is left to tell.
    @Transactional
    boolean tellSomeEnding() {
        var ending = authorisations.takeEnding(today(), today().plusDays(WARNING_DAYS), clock.instant());
        for (var one : ending) {
            var project = projects.find(one.project()).orElseThrow();
            if (project.state() != ProjectState.WITHDRAWN) {
                news.publishEvent(new AuthorisationEnding(
                        project.id(),
                        project.content().title(),
                        name(one.member()),
                        one.purpose().french(),
                        one.until(),
                        mails(project)));
            }
        }
        return !ending.isEmpty();
    }

    /// The teacher who wrote it, if they still have an account.
    List<String> mails(Project project) {
        return accounts.find(project.author()).map(Person::mail).stream().toList();
    }

    private String name(UUID member) {
        var found = members.find(List.of(member)).get(member);
        return found == null ? "" : found.name();
    }
}
