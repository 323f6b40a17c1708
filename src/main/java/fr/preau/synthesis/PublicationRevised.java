package fr.preau.synthesis;

import fr.preau.account.PersonId;

/// A publication is made anew without a contribution that can be read no more: `number` and `revision` say which,
/// `path`
/// where it is read, `publisher` who had published it.
public record PublicationRevised(
        String consultation,
        int number,
        int revision,
        String path,
        String reference,
        String reason,
        PersonId publisher) {}
