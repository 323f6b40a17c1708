package fr.preau.retention;

import fr.preau.web.Operator;
import fr.preau.web.WrongSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/// The ground in law on which each form keeps what it asks. One for all of them, as a body of the State has it; an
/// operator that has another for some forms names them by their code (`preau.operator.legal-bases.message`).
@Component
class LegalBases {
    private final SequencedMap<String, List<String>> exceptions = new LinkedHashMap<>();

    LegalBases(Promises promises, Operator operator) {
        operator.legalBases().forEach((code, ground) -> refuseUnknown(promises, code, ground));
        for (var promise : promises.forReaders()) {
            var ground = operator.legalBasis(promise.code());
            if (!ground.equals(operator.legalBasis())) {
                exceptions
                        .computeIfAbsent(ground, _ -> new ArrayList<>())
                        .add(promise.promise().form());
            }
        }
    }

    /// Each ground that is not the one for all, and its forms.
    SequencedMap<String, List<String>> exceptions() {
        return exceptions;
    }

    private static void refuseUnknown(Promises promises, String code, String ground) {
        if (promises.byCode().stream().noneMatch(promise -> Operator.isSameForm(code, promise.code()))) {
            throw new WrongSetting(
                    "preau.operator.legal-bases." + code,
                    ground,
                    "aucun formulaire n'a ce nom, voyez docs/privacy.md");
        }
    }
}
