package fr.preau.showcase;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of a project. A draft may be missing anything but its title; [ProjectRules] tells what is missing
/// before it is submitted. Kept as JSON. `team` are ids of members: no name is kept here. `girls` is only ever added to
/// others'.
record ProjectContent(
        String title,
        String year,
        @Nullable Level level,
        @Nullable Category category,
        String summary,
        String what,
        String how,
        String source,
        @Nullable Video video,
        @Nullable Licence licence,
        List<UUID> team,
        @Nullable Integer pupils,
        @Nullable Integer girls,
        List<UUID> images) {
    /// A video elsewhere, and the pupils one sees or hears in it.
    record Video(String href, List<UUID> people) {
        Video {
            people = List.copyOf(people);
        }
    }

    ProjectContent {
        team = List.copyOf(team);
        images = List.copyOf(images);
    }

    ProjectContent withVideo(@Nullable Video shown) {
        return new ProjectContent(
                title, year, level, category, summary, what, how, source, shown, licence, team, pupils, girls, images);
    }

    ProjectContent with(UUID image) {
        var more = new ArrayList<>(images);
        more.add(image);
        return withImages(more);
    }

    ProjectContent without(UUID image) {
        return withImages(images.stream().filter(one -> !one.equals(image)).toList());
    }

    private ProjectContent withImages(List<UUID> all) {
        return new ProjectContent(
                title, year, level, category, summary, what, how, source, video, licence, team, pupils, girls, all);
    }

    /// What words are looked for in, and what rules read: never a name.
    String text() {
        return String.join("\n", summary, what, how);
    }
}
