package fr.preau.event;

/// Everything done to an event, when it may be, and where it leads: the whole state machine. It looks at the event
/// and at its latest version, since a published event stays published while its next version is written and read
/// over.
enum EventAction {
    SAVE,
    SUBMIT,
    WITHDRAW,
    /// Give up the next version of a published event.
    DISCARD,
    ACCEPT,
    REQUEST_CHANGES,
    REJECT,
    /// Ask the organiser of a published event for changes: it stays visible meanwhile (decision 28).
    SEND_BACK,
    CANCEL,
    CANCEL_SESSION,
    /// Give it to another organisation, once moderators have something to do with it.
    HAND_OVER,
    /// What was never published leaves nothing behind.
    DELETE;

    boolean isAllowed(EventState event, VersionState latest) {
        return switch (this) {
            case SAVE ->
                switch (event) {
                    case DRAFT, CHANGES_REQUESTED -> true;
                    case PUBLISHED -> latest != VersionState.SUBMITTED;
                    case SUBMITTED, REJECTED, CANCELLED -> false;
                };
            case SUBMIT ->
                latest == VersionState.DRAFT
                        && switch (event) {
                            case DRAFT, CHANGES_REQUESTED, PUBLISHED -> true;
                            case SUBMITTED, REJECTED, CANCELLED -> false;
                        };
            case WITHDRAW, ACCEPT, REQUEST_CHANGES, REJECT ->
                latest == VersionState.SUBMITTED
                        && switch (event) {
                            case SUBMITTED, PUBLISHED -> true;
                            case DRAFT, CHANGES_REQUESTED, REJECTED, CANCELLED -> false;
                        };
            case DISCARD ->
                event == EventState.PUBLISHED
                        && (latest == VersionState.DRAFT || latest == VersionState.CHANGES_REQUESTED);
            case SEND_BACK, CANCEL, CANCEL_SESSION -> event == EventState.PUBLISHED;
            case HAND_OVER ->
                switch (event) {
                    case SUBMITTED, CHANGES_REQUESTED, PUBLISHED -> true;
                    case DRAFT, REJECTED, CANCELLED -> false;
                };
            case DELETE ->
                switch (event) {
                    case DRAFT, CHANGES_REQUESTED, REJECTED -> true;
                    case SUBMITTED, PUBLISHED, CANCELLED -> false;
                };
        };
    }

    EventState after(EventState event) {
        if (this == CANCEL) {
            return EventState.CANCELLED;
        }
        if (event == EventState.PUBLISHED) {
            return event;
        }
        return switch (this) {
            case SAVE, DISCARD, SEND_BACK, CANCEL_SESSION, CANCEL, HAND_OVER, DELETE -> event;
            case SUBMIT -> EventState.SUBMITTED;
            case WITHDRAW -> EventState.DRAFT;
            case ACCEPT -> EventState.PUBLISHED;
            case REQUEST_CHANGES -> EventState.CHANGES_REQUESTED;
            case REJECT -> EventState.REJECTED;
        };
    }
}
