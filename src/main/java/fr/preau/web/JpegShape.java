package fr.preau.web;

import java.io.IOException;

/// What a JPEG's markers say of the work it asks for (ITU-T T.81, annex B): a progressive one is kept whole in memory
/// and gone through once a scan, whatever its size in bytes.
record JpegShape(boolean progressive, int scans) {
    /// Cameras and programs write ten at most; thousands are there to keep a processor busy.
    private static final int MOST_SCANS = 100;

    private static final int START_OF_PROGRESSIVE = 0xC2;
    private static final int START_OF_SCAN = 0xDA;

    boolean isDecodedWhole() {
        return progressive;
    }

    /// Refuses a file of too many scans, or that ends before it began.
    static JpegShape of(byte[] file) throws IOException {
        var progressive = false;
        var scans = 0;
        for (var at = 2; at + 1 < file.length; at++) {
            if ((file[at] & 0xFF) != 0xFF || !isSegment(file[at + 1] & 0xFF)) {
                continue;
            }
            var marker = file[at + 1] & 0xFF;
            progressive |= marker == START_OF_PROGRESSIVE;
            scans += marker == START_OF_SCAN ? 1 : 0;
            at += 1 + length(file, at + 2);
        }
        if (scans == 0 || scans > MOST_SCANS) {
            throw new IOException("a JPEG of %d scans".formatted(scans));
        }
        return new JpegShape(progressive, scans);
    }

    /// Markers that a length follows: not stuffing, padding, restarts, beginning or end.
    private static boolean isSegment(int marker) {
        return marker >= 0xC0 && marker < 0xFF && !(marker >= 0xD0 && marker <= 0xD9);
    }

    private static int length(byte[] file, int at) {
        return at + 1 < file.length ? (file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF) : 0;
    }
}
