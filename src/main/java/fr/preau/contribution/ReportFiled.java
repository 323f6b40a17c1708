package fr.preau.contribution;

import fr.preau.consultation.WorkshopId;
import java.time.Instant;

/// A workshop's report is deposited: its participants may read it and remark on it with this key, until then. To be
/// mailed to them by who knows their addresses.
public record ReportFiled(WorkshopId workshop, String readKey, Instant remarksUntil) {
    /// Where they read it.
    public String path() {
        return "/consultations/rapport/" + readKey + "/lecture";
    }
}
