package fr.preau.registration;

import fr.preau.account.PersonId;
import fr.preau.event.PublishedEvent;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An organiser's answer to what a class needs to come in: the teacher reads it by mail, behind their link and in their
/// reminders.
@Service
class NeedsAnswers {
    private final RegistrationRepository registrations;
    private final NeedsAnswerRepository answers;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    NeedsAnswers(
            RegistrationRepository registrations,
            NeedsAnswerRepository answers,
            ApplicationEventPublisher news,
            Clock clock) {
        this.registrations = registrations;
        this.answers = answers;
        this.news = news;
        this.clock = clock;
    }

    enum Answering {
        SAID,
        ALREADY_SAID,
        /// It was cancelled, or tells no need any more.
        NOTHING_TO_ANSWER
    }

    @Transactional
    public Answering answer(RegistrationId id, PublishedEvent event, String words, PersonId by) {
        var held = registrations.lock(id);
        var needs = held.map(Attendee::of).map(Attendee::needs).orElse("");
        if (held.isEmpty() || needs.isEmpty()) {
            return Answering.NOTHING_TO_ANSWER;
        }
        if (!answers.write(id, new NeedsAnswerRepository.Answer(needs, words, by, clock.instant()))) {
            return Answering.ALREADY_SAID;
        }
        news.publishEvent(new NeedsAnswered(held.get(), event, words));
        return Answering.SAID;
    }
}
