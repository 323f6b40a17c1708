package fr.preau.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProjectActionUnitTests {
    @Test
    void asksModeratorsOnlyAboutWhatIsSubmitted() {
        for (var action : EnumSet.of(ProjectAction.ACCEPT, ProjectAction.REQUEST_CHANGES, ProjectAction.REJECT)) {
            assertThat(states(action, false)).containsExactly(ProjectState.SUBMITTED);
            assertThat(states(action, true)).containsExactly(ProjectState.SUBMITTED);
        }
    }

    @Test
    void letsNobodyWriteWhatModeratorsAreReading() {
        assertThat(states(ProjectAction.SAVE, true)).doesNotContain(ProjectState.SUBMITTED);
        assertThat(ProjectAction.TAKE_BACK.after(ProjectState.SUBMITTED)).isEqualTo(ProjectState.DRAFT);
    }

    @Test
    void endsWithAWithdrawal() {
        assertThat(Arrays.stream(ProjectAction.values())
                        .filter(action -> action.isAllowed(ProjectState.WITHDRAWN, true)
                                || action.isAllowed(ProjectState.WITHDRAWN, false)))
                .isEmpty();
    }

    @Test
    void sendsAPublishedProjectBackToModeratorsOnceChanged() {
        assertThat(ProjectAction.SAVE.after(ProjectState.PUBLISHED)).isEqualTo(ProjectState.DRAFT);
        assertThat(ProjectAction.SUBMIT.after(ProjectState.DRAFT)).isEqualTo(ProjectState.SUBMITTED);
        assertThat(ProjectAction.DISCARD.after(ProjectState.REJECTED)).isEqualTo(ProjectState.PUBLISHED);
    }

    @Test
    void endsARefusedFirstProposalButNotARefusedNextVersion() {
        assertThat(ProjectAction.SAVE.isAllowed(ProjectState.REJECTED, false)).isFalse();
        assertThat(ProjectAction.SAVE.isAllowed(ProjectState.REJECTED, true)).isTrue();
    }

    private static Set<ProjectState> states(ProjectAction action, boolean listed) {
        return Arrays.stream(ProjectState.values())
                .filter(state -> action.isAllowed(state, listed))
                .collect(Collectors.toSet());
    }
}
