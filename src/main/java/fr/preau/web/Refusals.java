package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/// Turns a refusal into a page that says what happened and what to do, and into `application/problem+json` under
/// `/api/`. Nothing a visitor sends ends in a 500.
@ControllerAdvice
class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler
    Object on(NotFound absent, HttpServletRequest request) {
        return answer(HttpStatus.NOT_FOUND, String.valueOf(absent.getMessage()), request);
    }

    @ExceptionHandler
    Object on(Forbidden refused, HttpServletRequest request) {
        return answer(HttpStatus.FORBIDDEN, String.valueOf(refused.getMessage()), request);
    }

    @ExceptionHandler
    Object on(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        return request.getParameter(mistyped.getName()) == null
                ? answer(HttpStatus.NOT_FOUND, sentence(HttpStatus.NOT_FOUND), request)
                : answer(
                        HttpStatus.BAD_REQUEST,
                        "Le paramètre « %s » de l'adresse n'est pas compris.".formatted(mistyped.getName()),
                        request);
    }

    @ExceptionHandler
    Object on(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "Ce fichier est trop gros pour être reçu.", request);
    }

    @ExceptionHandler
    Object on(Exception problem, HttpServletRequest request) throws Exception {
        if (problem instanceof org.springframework.security.access.AccessDeniedException
                || problem instanceof org.springframework.security.core.AuthenticationException) {
            throw problem;
        }
        if (DatabaseAway.causes(problem) || Turn.isLost(problem)) {
            throw problem; // to AdmissionFilter: no page of ours can be written without the database or a place
        }
        var body = BodyBound.of(request);
        if (body != null && body.refused() != 0) {
            var status = HttpStatus.valueOf(body.refused());
            return answer(status, sentence(status), request);
        }
        if (problem instanceof InvalidParameterException // Tomcat's: not decodable, or too many
                || problem instanceof MultipartException) {
            return answer(HttpStatus.BAD_REQUEST, sentence(HttpStatus.BAD_REQUEST), request);
        }
        if (problem instanceof ErrorResponse response) {
            var status = HttpStatus.valueOf(response.getStatusCode().value());
            return answer(status, sentence(status), request);
        }
        log.error("a request failed: {} {}", request.getMethod(), request.getAttribute(ROUTE), problem);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, sentence(HttpStatus.INTERNAL_SERVER_ERROR), request);
    }

    /// The route's pattern, never the address: addresses carry keys.
    private static final String ROUTE = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    static Object answer(HttpStatus status, String sentence, HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, sentence))
                    .build();
        }
        return new ModelAndView("web/refusal", Map.of("status", status.value(), "sentence", sentence), status);
    }

    static String sentence(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Cette page n'existe pas, ou plus. L'adresse est peut-être incomplète.";
            case FORBIDDEN -> "Vous n'avez pas accès à cette page.";
            case BAD_REQUEST -> "Cette demande n'est pas comprise : une information manque ou est mal écrite.";
            case METHOD_NOT_ALLOWED -> "Cette adresse ne s'ouvre pas de cette façon. Revenez à la page précédente.";
            case REQUEST_TIMEOUT -> "Votre envoi a duré trop longtemps. Rien n'a été enregistré ; recommencez.";
            case CONTENT_TOO_LARGE -> "Ce fichier est trop gros pour être reçu.";
            case TOO_MANY_REQUESTS -> "Trop de demandes à la fois. Attendez un instant, puis recommencez.";
            case SERVICE_UNAVAILABLE -> "Le service est momentanément indisponible. Recommencez dans un instant.";
            default ->
                status.is4xxClientError()
                        ? "Cette demande n'a pas pu être traitée."
                        : "Une erreur est survenue de notre côté. Rien n'a été enregistré ; recommencez dans un instant.";
        };
    }
}
