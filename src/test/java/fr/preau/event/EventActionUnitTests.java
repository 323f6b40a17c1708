package fr.preau.event;

import static fr.preau.event.EventState.CANCELLED;
import static fr.preau.event.EventState.CHANGES_REQUESTED;
import static fr.preau.event.EventState.DRAFT;
import static fr.preau.event.EventState.PUBLISHED;
import static fr.preau.event.EventState.REJECTED;
import static fr.preau.event.EventState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every action in every state of the event and of its latest version.
class EventActionUnitTests {
    private record Place(EventState event, VersionState latest) {}

    @Test
    void savesWhatIsNotBeingReadOrOver() {
        assertThat(allowed(EventAction.SAVE))
                .isEqualTo(union(all(DRAFT), all(CHANGES_REQUESTED), except(PUBLISHED, VersionState.SUBMITTED)));
    }

    @Test
    void submitsDraftsOnly() {
        assertThat(allowed(EventAction.SUBMIT))
                .isEqualTo(Set.of(
                        new Place(DRAFT, VersionState.DRAFT),
                        new Place(CHANGES_REQUESTED, VersionState.DRAFT),
                        new Place(PUBLISHED, VersionState.DRAFT)));
    }

    @Test
    void decidesAndWithdrawsOnlyWhatIsSubmitted() {
        for (var action :
                EnumSet.of(EventAction.WITHDRAW, EventAction.ACCEPT, EventAction.REQUEST_CHANGES, EventAction.REJECT)) {
            assertThat(allowed(action))
                    .as(action.name())
                    .isEqualTo(Set.of(
                            new Place(SUBMITTED, VersionState.SUBMITTED),
                            new Place(PUBLISHED, VersionState.SUBMITTED)));
        }
    }

    @Test
    void givesUpOnlyTheNextVersionOfAPublishedEvent() {
        assertThat(allowed(EventAction.DISCARD))
                .isEqualTo(Set.of(
                        new Place(PUBLISHED, VersionState.DRAFT),
                        new Place(PUBLISHED, VersionState.CHANGES_REQUESTED)));
    }

    @Test
    void cancelsOnlyWhatIsPublished() {
        for (var action : EnumSet.of(EventAction.CANCEL, EventAction.CANCEL_SESSION, EventAction.SEND_BACK)) {
            assertThat(allowed(action)).as(action.name()).isEqualTo(all(PUBLISHED));
        }
    }

    @Test
    void neverLeavesARejectedOrCancelledEvent() {
        for (var action : EventAction.values()) {
            for (var latest : VersionState.values()) {
                assertThat(action.isAllowed(REJECTED, latest)).isEqualTo(action == EventAction.DELETE);
                assertThat(action.isAllowed(CANCELLED, latest)).isFalse();
            }
        }
    }

    @Test
    void keepsAPublishedEventPublishedUntilItIsCancelled() {
        for (var action : EventAction.values()) {
            assertThat(action.after(PUBLISHED))
                    .as(action.name())
                    .isEqualTo(action == EventAction.CANCEL ? CANCELLED : PUBLISHED);
        }
    }

    @Test
    void leadsWhereTheWordSays() {
        assertThat(EventAction.SAVE.after(DRAFT)).isEqualTo(DRAFT);
        assertThat(EventAction.SAVE.after(CHANGES_REQUESTED)).isEqualTo(CHANGES_REQUESTED);
        assertThat(EventAction.SUBMIT.after(DRAFT)).isEqualTo(SUBMITTED);
        assertThat(EventAction.SUBMIT.after(CHANGES_REQUESTED)).isEqualTo(SUBMITTED);
        assertThat(EventAction.WITHDRAW.after(SUBMITTED)).isEqualTo(DRAFT);
        assertThat(EventAction.ACCEPT.after(SUBMITTED)).isEqualTo(PUBLISHED);
        assertThat(EventAction.REQUEST_CHANGES.after(SUBMITTED)).isEqualTo(CHANGES_REQUESTED);
        assertThat(EventAction.REJECT.after(SUBMITTED)).isEqualTo(REJECTED);
    }

    private static Set<Place> allowed(EventAction action) {
        var places = new HashSet<Place>();
        for (var event : EventState.values()) {
            for (var latest : VersionState.values()) {
                if (action.isAllowed(event, latest)) {
                    places.add(new Place(event, latest));
                }
            }
        }
        return places;
    }

    private static Set<Place> all(EventState event) {
        var places = new HashSet<Place>();
        for (var latest : VersionState.values()) {
            places.add(new Place(event, latest));
        }
        return places;
    }

    private static Set<Place> except(EventState event, VersionState latest) {
        var places = all(event);
        places.remove(new Place(event, latest));
        return places;
    }

    @SafeVarargs
    private static Set<Place> union(Set<Place>... sets) {
        var places = new HashSet<Place>();
        for (var set : sets) {
            places.addAll(set);
        }
        return places;
    }
}
