package fr.preau.territory;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Schools that people add and correct, one at a time. What they say stays whatever files say later, until
/// [#followFiles]. Who may, and the journal, are for the caller to see to.
@Component
public class SchoolsByHand {
    private final ByHandRepository schools;
    private final IncomingRepository incoming;

    SchoolsByHand(ByHandRepository schools, IncomingRepository incoming) {
        this.schools = schools;
        this.incoming = incoming;
    }

    /// False when the directory already has a school of this number.
    @Transactional
    public boolean add(SchoolByHand school) {
        var added = schools.add(school);
        if (added) {
            incoming.refresh();
        }
        return added;
    }

    /// False when nothing of it is other than the directory says.
    @Transactional
    public boolean correct(SchoolByHand school) {
        var changed = schools.correct(school);
        if (changed) {
            incoming.refresh();
        }
        return changed;
    }

    /// From now on the next file tells again.
    @Transactional
    public void followFiles(Uai uai) {
        schools.follow(uai);
    }

    /// Whether something of this school was said by hand.
    public boolean isByHand(Uai uai) {
        return !columns(uai).isEmpty();
    }

    private Set<String> columns(Uai uai) {
        return schools.byHand(uai);
    }
}
