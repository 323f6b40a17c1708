package fr.preau.attendance;

import java.util.List;

/// What a device takes along, in the words of its script: the list of those expected, what became of the acts it sent,
/// and the code that opens the list without network. No mail address, no link, no access need. Moments are milliseconds
/// since 1970.
///
/// `until` is when a device erases it; `refusal` says why nobody can be welcomed, empty when they can; `last` that
/// nothing more is to come: an empty queue is then the end of it.
record CarriedList(
        String code,
        long now,
        long until,
        String refusal,
        boolean last,
        Numbers numbers,
        List<Line> lines,
        List<Answer> answers,
        List<ToReview> reviews) {
    record Numbers(int registered, int present, int walkIns) {}

    /// One ticket: `text` is its QR code's. A cancelled one says nothing of who it was. `at` is 0 for those who are not
    /// there.
    record Line(
            String text,
            String code,
            String name,
            String about,
            boolean schoolClass,
            int pupils,
            int adults,
            long at,
            boolean cancelled) {}

    /// What somebody must look at, whichever device noted it: who, since when, and why.
    record ToReview(String id, String words) {}

    /// What became of one act: `good` when nobody needs to look at it.
    record Answer(boolean good, String sentence) {}
}
