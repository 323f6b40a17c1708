package fr.preau.showcase;

/// Everything done to a project, when it may be, and where it leads: the whole state machine, the same movement as an
/// event's. `listed` says whether the public sees a version of it.
enum ProjectAction {
    SAVE,
    SUBMIT,
    /// Takes a submission back before moderators decide.
    TAKE_BACK,
    /// Gives up the next version of a project the public sees.
    DISCARD,
    /// Takes the project out of the gallery, for good.
    WITHDRAW,
    ACCEPT,
    REQUEST_CHANGES,
    REJECT,
    /// Takes a published project out of the gallery until it is corrected and read again.
    SUSPEND;

    boolean isAllowed(ProjectState state, boolean listed) {
        return switch (this) {
            case SAVE ->
                switch (state) {
                    case DRAFT, CHANGES_REQUESTED, PUBLISHED -> true;
                    case REJECTED -> listed;
                    case SUBMITTED, WITHDRAWN -> false;
                };
            case SUBMIT -> state == ProjectState.DRAFT || state == ProjectState.CHANGES_REQUESTED;
            case TAKE_BACK, ACCEPT, REQUEST_CHANGES, REJECT -> state == ProjectState.SUBMITTED;
            case DISCARD ->
                listed
                        && switch (state) {
                            case DRAFT, CHANGES_REQUESTED, REJECTED -> true;
                            case SUBMITTED, PUBLISHED, WITHDRAWN -> false;
                        };
            case WITHDRAW -> state != ProjectState.WITHDRAWN;
            case SUSPEND -> listed && state != ProjectState.WITHDRAWN;
        };
    }

    ProjectState after(ProjectState state) {
        return switch (this) {
            case SAVE -> state == ProjectState.CHANGES_REQUESTED ? state : ProjectState.DRAFT;
            case SUBMIT -> ProjectState.SUBMITTED;
            case TAKE_BACK -> ProjectState.DRAFT;
            case DISCARD, ACCEPT -> ProjectState.PUBLISHED;
            case WITHDRAW -> ProjectState.WITHDRAWN;
            case REQUEST_CHANGES, SUSPEND -> ProjectState.CHANGES_REQUESTED;
            case REJECT -> ProjectState.REJECTED;
        };
    }
}
