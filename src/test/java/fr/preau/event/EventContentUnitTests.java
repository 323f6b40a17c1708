package fr.preau.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventContentUnitTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void readsAVersionWrittenBeforeInstructionsWereAsked() {
        var content = AContent.complete().instructing("Entrée par la cour.").build();
        var old = (ObjectNode) JSON.valueToTree(content);
        old.remove("instructions");

        assertThat(JSON.treeToValue(old, EventContent.class).instructions()).isEmpty();
        assertThat(JSON.readValue(JSON.writeValueAsString(content), EventContent.class))
                .isEqualTo(content);
    }
}
