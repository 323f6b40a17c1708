package fr.preau.audit;

import fr.preau.allocation.Allocation;
import fr.preau.allocation.Commitment;
import fr.preau.verification.Claim;
import fr.preau.verification.Report;
import fr.preau.verification.Verifier;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands that need neither server nor database, and the verification of an allocation just made.
public final class Audit {
    private Audit() {}

    /// Whether this is the name of a command of ours.
    public static boolean knows(String command) {
        return command.equals(AllocateCommand.NAME) || command.equals(VerifyCommand.NAME);
    }

    /// One line of help a command, in French.
    public static List<String> usages() {
        return List.of(AllocateCommand.USAGE, VerifyCommand.USAGE);
    }

    /// Runs a command.
    ///
    /// @param out for results, `err` for what is wrong with the files or the arguments
    /// @return the exit code: 0 done, 1 refused, 2 the arguments were not understood
    public static int run(String command, List<String> arguments, PrintStream out, PrintStream err) {
        return command.equals(AllocateCommand.NAME)
                ? new AllocateCommand(out, err).run(arguments)
                : new VerifyCommand(out, err).run(arguments);
    }

    /// Has an allocation checked by what shares no code with what made it.
    public static Report verify(Allocation allocation, String seed) {
        return Verifier.verify(claim(allocation, seed));
    }

    /// What an allocation claims to be, for the verifier.
    public static Claim claim(Allocation allocation, String seed) {
        return new Claims(allocation).of(new Drawing(seed, null, null, null));
    }

    /// The record of an allocation, as `verify-allocation` reads it.
    ///
    /// @param publicValue what the seed was made from; null after withdrawals, when the seed is the first draw's
    public static String written(Allocation allocation, String seed, @Nullable String publicValue) {
        var hash = Commitment.hash(allocation.instance(), allocation.rule(), null);
        var text = new StringWriter();
        try {
            new ResultWriter(allocation, new Drawing(seed, publicValue, hash, null), text).write();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail to be written
        }
        return text.toString();
    }
}
