package fr.preau.audit;

import fr.preau.verification.Fault;
import fr.preau.verification.Report;
import fr.preau.verification.Verifier;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;

/// `script/preau verify-allocation`: reads a result, and nothing else, and says whether it holds.
final class VerifyCommand {
    static final String NAME = "verify-allocation";
    static final String USAGE = "verify-allocation RÉSULTAT.json  vérifie une attribution, d’après ce seul fichier";
    private static final int SHOWN = 20;

    private final PrintStream out;
    private final PrintStream err;

    VerifyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(USAGE);
            return 0;
        }
        if (arguments.size() != 1) {
            err.println(USAGE);
            return 2;
        }
        try {
            return tell(Verifier.verify(new ResultReader(Path.of(arguments.getFirst())).read()));
        } catch (NoSuchFileException absent) {
            err.println("Aucun fichier « %s ».".formatted(absent.getFile()));
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            err.println("Refusé : ce n’est pas du JSON (ligne %d).".formatted(at == null ? 0 : at.getLineNr()));
        } catch (ResultReader.Malformed malformed) {
            err.println("Refusé : " + malformed.getMessage() + ".");
        } catch (IOException unreadable) {
            err.println(
                    "Le fichier « %s » ne se lit pas : %s.".formatted(arguments.getFirst(), unreadable.getMessage()));
        }
        return 1;
    }

    private int tell(Report report) {
        report.general().forEach(fault -> out.println("Refusé : " + sentence(fault)));
        for (var part : report.parts()) {
            if (!report.accepted(part)) {
                out.println("Composante %d (%s ; %d personnes) retenue :"
                        .formatted(part.number() + 1, names(part.workshops()), part.people()));
                var faults = report.faults(part);
                faults.stream().limit(SHOWN).forEach(fault -> out.println("  " + sentence(fault)));
                if (faults.size() > SHOWN) {
                    out.println("  … et %d autres.".formatted(faults.size() - SHOWN));
                }
            }
        }
        var sound = report.parts().stream().filter(report::accepted).count();
        out.println(
                report.accepted()
                        ? "Accepté : %s, aucune erreur.".formatted(parts(sound, "vérifiée"))
                        : "%s sur %d sans erreur."
                                .formatted(parts(sound, ""), report.parts().size()));
        return report.accepted() ? 0 : 1;
    }

    private static String parts(long count, String how) {
        var one = "composante" + (how.isEmpty() ? "" : " " + how);
        return count + " " + (count < 2 ? one : one.replaceAll("\\b(?= |$)", "s"));
    }

    private static String names(List<String> workshops) {
        return workshops.size() <= 3
                ? String.join(", ", workshops)
                : String.join(", ", workshops.subList(0, 3)) + "… " + workshops.size() + " ateliers";
    }

    private static String sentence(Fault fault) {
        var about = fault.subject().isEmpty() ? "" : fault.subject() + " : ";
        return about
                + switch (fault.kind()) {
                    case RULE -> "la règle est inconnue, ou ne permet pas de garder des places.";
                    case SAME_ID -> "deux participants ou deux ateliers ont le même identifiant.";
                    case WISHES -> "un vœu ne désigne aucun atelier, ou en désigne un deux fois.";
                    case RANKS -> "le nombre de rangs n’est pas celui de la plus longue liste.";
                    case FROZEN -> "l’empreinte n’est pas celle de ces vœux, de ces places et de cette règle.";
                    case SEED -> "la graine ne vient pas de la valeur publique.";
                    case COSTS -> "la base ou les coûts ne sont pas ceux de la règle.";
                    case NUMBER -> "le numéro de tirage n’est pas celui que donne la graine.";
                    case SEAT -> "la place n’est pas au rang indiqué, ou n’est pas permise.";
                    case CAPACITY -> "plus de personnes que de places.";
                    case BETTER_SEAT -> "une autre place coûterait moins, prix compris : ce n’est pas l’optimum.";
                    case PRICE -> "le prix manque, est négatif, ou porte sur des places libres.";
                    case PRICE_NOT_SMALLEST -> "le prix est plus haut que ce qu’une place de plus ferait gagner.";
                    case GAIN -> "le gain annoncé n’est pas celui du prix.";
                    case DRAW -> "quelqu’un de mieux placé au tirage devait être servi avant.";
                    case PROFILE -> "le profil annoncé n’est pas celui des places.";
                    case VALUE -> "la valeur annoncée, celle des places et celle des prix diffèrent.";
                };
    }
}
