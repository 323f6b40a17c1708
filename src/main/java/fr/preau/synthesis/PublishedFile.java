package fr.preau.synthesis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file of a publication. `bytes` are empty in a list of files.
@SuppressWarnings("ArrayRecordComponent") // never compared
record PublishedFile(String name, String mediaType, String digest, int size, byte[] bytes) {
    static PublishedFile of(String name, String mediaType, String text) {
        return of(name, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    static PublishedFile of(String name, String mediaType, byte[] bytes) {
        return new PublishedFile(name, mediaType, sha256(bytes), bytes.length, bytes);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
