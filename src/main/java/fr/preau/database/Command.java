package fr.preau.database;

import java.io.PrintStream;
import java.util.List;

/// Something `script/preau` does without serving pages: a bean with a name, run on the platform's data and gone.
public interface Command {
    /// As typed: `import-schools`.
    String name();

    /// One line of help, in French: the arguments, then what it does.
    String usage();

    /// Runs it. `out` is for the result a person asked for, in French; progress goes to standard error.
    ///
    /// @return the exit code: 0 done, 1 done in part or refused, 2 the arguments were not understood
    int run(List<String> arguments, PrintStream out);
}
