package fr.preau.retention;

import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a person takes away: everything kept about them as one JSON file, a list under each heading.
public final class KeptFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private KeptFile() {}

    public static ResponseEntity<byte[]> of(String name, List<Kept> sections) {
        var content = new LinkedHashMap<String, Object>();
        sections.forEach(section -> content.put(section.title(), section.entries()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(JSON.writeValueAsBytes(content));
    }
}
