package fr.preau.showcase;

import fr.preau.web.Pager;
import fr.preau.web.Pictures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the public sees of projects. Rights are asked at each reading, so that what ends or is withdrawn is in no
/// answer given after (decision 17).
@Service
class Gallery {
    private final GalleryRepository gallery;
    private final MemberRepository members;
    private final ProjectImageRepository images;
    private final Authorisations authorisations;

    Gallery(
            GalleryRepository gallery,
            MemberRepository members,
            ProjectImageRepository images,
            Authorisations authorisations) {
        this.gallery = gallery;
        this.members = members;
        this.images = images;
        this.authorisations = authorisations;
    }

    /// One page of what was found; `pager` stands on the nearest page there is.
    record Results(List<Listed> projects, long count, Pager pager) {}

    @Transactional(readOnly = true)
    public Results search(GallerySearch search, int page) {
        var count = gallery.count(search);
        var pager = Pager.near(page, count, search.at("/trophees"));
        var projects = gallery.search(search, authorisations.today(), Pager.offset(pager.number()), Pager.LINES);
        return new Results(projects, count, pager);
    }

    List<String> years() {
        return gallery.years();
    }

    GalleryRepository.Mix mix() {
        return gallery.mix();
    }

    @Transactional(readOnly = true)
    public Optional<Work> find(ProjectId id) {
        return gallery.find(id, authorisations.today())
                .map(listed -> works(List.of(listed)).getFirst());
    }

    /// The last changed first.
    @Transactional(readOnly = true)
    public List<Work> latest(GallerySearch search, int limit) {
        return works(gallery.latest(search, authorisations.today(), limit));
    }

    /// An image that is public at this moment, and whether one recognises someone on it.
    record Shown(Pictures.Kept kept, boolean people) {}

    @Transactional(readOnly = true)
    public Optional<Shown> image(UUID id) {
        return images.find(List.of(id)).stream()
                .findFirst()
                .filter(this::isPublic)
                .flatMap(image -> images.bytes(id).map(kept -> new Shown(kept, image.showsPupils())));
    }

    private boolean isPublic(ProjectImage image) {
        return gallery.find(image.project(), authorisations.today())
                        .filter(listed -> listed.content().images().contains(image.id()))
                        .isPresent()
                && authorisations.rights(image.project()).allow(image.people(), Purpose.PHOTO);
    }

    private List<Work> works(List<Listed> all) {
        var rights = authorisations.rights(all.stream().map(Listed::id).toList());
        var people = members.find(
                all.stream().flatMap(one -> one.content().team().stream()).toList());
        var pictures = images.find(
                all.stream().flatMap(one -> one.content().images().stream()).toList());
        return all.stream()
                .map(one -> new Work(one, team(one, people, rights), shown(pictures, one, rights), video(one, rights)))
                .toList();
    }

    private static List<Work.Mate> team(Listed project, Map<UUID, Member> people, Rights rights) {
        return project.content().team().stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .map(member -> new Work.Mate(member.name(), rights.surname(member.id())))
                .toList();
    }

    private static ProjectContent.@Nullable Video video(Listed project, Rights rights) {
        var video = project.content().video();
        return video != null && rights.allow(video.people(), Purpose.VOICE) ? video : null;
    }

    private static List<ProjectImage> shown(List<ProjectImage> all, Listed project, Rights rights) {
        return all.stream()
                .filter(image -> project.content().images().contains(image.id()))
                .filter(image -> rights.allow(image.people(), Purpose.PHOTO))
                .toList();
    }
}
