package fr.preau.synthesis;

import fr.preau.consultation.Consultation;
import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.Consultations;
import fr.preau.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The files of a publication: those of its present revision, by its name or by the revision's. What a former revision
/// held is gone, and says where the present ones are.
@Controller
@RequestMapping("/consultations/{consultation}/syntheses/{number}")
class PublishedFileController {
    private static final String ABSENT = "Cette publication n'a pas de fichier de ce nom.";

    private final Consultations consultations;
    private final PublicationRepository publications;
    private final RevisionRepository revisions;

    PublishedFileController(
            Consultations consultations, PublicationRepository publications, RevisionRepository revisions) {
        this.consultations = consultations;
        this.publications = publications;
        this.revisions = revisions;
    }

    @GetMapping("/fichiers/{name}")
    Object present(@PathVariable UUID consultation, @PathVariable int number, @PathVariable String name) {
        return file(publication(consultation, number), name);
    }

    @GetMapping("/revisions/{revision}/fichiers/{name}")
    Object ofRevision(
            @PathVariable UUID consultation,
            @PathVariable int number,
            @PathVariable int revision,
            @PathVariable String name) {
        var publication = publication(consultation, number);
        if (revision < 1 || revision > publication.revision()) {
            throw new NotFound("Cette publication n'a pas encore cette révision.");
        }
        return revision < publication.revision()
                ? refused(
                        HttpStatus.GONE,
                        "Ce fichier est celui d'une ancienne révision : un texte a dû en être retiré depuis, et il n'est"
                                + " plus servi. La révision d'aujourd'hui a les siens.",
                        publication)
                : file(publication, name);
    }

    private Object file(Publication publication, String name) {
        if (publication.withdrawn() != null) {
            return refused(
                    HttpStatus.GONE, "Cette publication a été retirée : " + publication.withdrawn(), publication);
        }
        if (!revisions.isFiled(publication.id())) {
            return refused(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Un texte vient d'être retiré de cette publication : ses fichiers sont refaits sans lui. Revenez dans"
                            + " une minute.",
                    publication);
        }
        return publications
                .file(publication.id(), name)
                .map(PublishedFileController::served)
                .orElseThrow(new NotFound(ABSENT));
    }

    private static ResponseEntity<byte[]> served(PublishedFile file) {
        var type = MediaType.parseMediaType(file.mediaType());
        return ResponseEntity.ok()
                .contentType(
                        type.getType().equals("application")
                                        && type.getSubtype().equals("zip")
                                ? type
                                : new MediaType(type, StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(file.name()))
                .eTag("\"" + file.digest() + "\"")
                .cacheControl(CacheControl.noCache())
                .body(file.bytes());
    }

    private static ModelAndView refused(HttpStatus status, String sentence, Publication publication) {
        return new ModelAndView(
                "synthesis/publicGone", Map.of("sentence", sentence, "publication", publication), status);
    }

    private Publication publication(UUID id, int number) {
        return consultations
                .find(new ConsultationId(id))
                .filter(Consultation::isPublic)
                .flatMap(consultation -> publications.find(consultation.id(), number))
                .orElseThrow(new NotFound("Cette publication n'existe pas."));
    }
}
