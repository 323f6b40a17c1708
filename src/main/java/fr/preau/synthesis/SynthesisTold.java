package fr.preau.synthesis;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that those who write a synthesis must be told; `territory` and `theme` say which one it is about, `path`
/// where it is done, `words` what somebody wrote, empty when nobody did, `until` the last day to do it.
public record SynthesisTold(
        What what,
        String consultation,
        String territory,
        String theme,
        String path,
        String words,
        @Nullable LocalDate until,
        List<String> mails) {
    public SynthesisTold {
        mails = List.copyOf(mails);
    }

    public enum What {
        /// The level above is open to the objections of those whose statements it dealt with.
        CONTESTABLE,
        /// One of them objected: to be answered.
        OBJECTED,
        /// Their objection has its answer.
        ANSWERED,
        /// What the level above made of their statements is settled.
        VALIDATED,
        /// A level below is settled: its statements are to be dealt with.
        ARRIVED,
        /// A level below was taken up again: what leaned on it may have to change.
        REOPENED,
        /// The nation's is settled: it can be published.
        PUBLISHABLE,
        /// It is read by everyone.
        PUBLISHED
    }
}
