package fr.preau.audit;

import fr.preau.allocation.Allocation;
import fr.preau.allocation.Allocator;
import fr.preau.allocation.Commitment;
import fr.preau.allocation.Instance;
import fr.preau.allocation.Lottery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// `script/preau allocate`: two files in, one result out, or the list of what is wrong in them.
final class AllocateCommand {
    static final String NAME = "allocate";
    static final String USAGE = "allocate --wishes VŒUX.csv --seats PLACES.csv --rule tirage|equite|premiers"
            + " --seed GRAINE (ou --public-value VALEUR) [--out RÉSULTAT.json]  attribue les places d’ateliers";

    private final PrintStream out;
    private final PrintStream err;

    AllocateCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(USAGE);
            return 0;
        }
        try {
            return allocate(AllocateOptions.of(arguments));
        } catch (AllocateOptions.Misunderstood misunderstood) {
            err.println(misunderstood.getMessage());
            err.println(USAGE);
            return 2;
        } catch (Unreadable unreadable) {
            err.println(unreadable.getMessage());
        } catch (IOException unwritable) {
            err.println("Écriture impossible : " + unwritable.getMessage());
        }
        return 1;
    }

    private int allocate(AllocateOptions options) throws IOException {
        var folder = options.out().map(file -> file.toAbsolutePath().getParent());
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            err.println("Le dossier « %s » n’existe pas : créez-le, ou écrivez ailleurs.".formatted(folder.get()));
            return 1;
        }
        var complaints = new Complaints();
        var workshops = Unreadable.named(options.seats(), new SeatsFile(options.seats(), complaints)::read);
        var asked = Unreadable.named(options.wishes(), new WishesFile(options.wishes(), workshops, complaints)::read);
        if (!complaints.none()) {
            complaints.print(err);
            return 1;
        }
        if (asked.instance().keepsSeats() && !options.rule().keepsSeats()) {
            err.println(
                    "La règle « premiers » ne garde pas de places pour une catégorie : choisissez tirage ou equite.");
            return 1;
        }
        var drawing = drawing(options, asked);
        var allocation = Allocator.run(asked.instance(), options.rule(), lottery(asked.instance(), drawing));
        write(options.out(), stream -> {
            var writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
            new ResultWriter(allocation, drawing, writer).write();
        });
        options.out().ifPresent(file -> out.println(summary(file, allocation)));
        return 0;
    }

    /// « resultat.json : 120 personnes ; 80 au vœu 1, 30 au vœu 2, 10 sans place. »
    private static String summary(Path file, Allocation allocation) {
        var people = allocation.instance().participants();
        var ranks = new TreeMap<Integer, Integer>();
        var elsewhere = 0;
        var none = 0;
        for (var person = 0; person < people; person++) {
            if (allocation.workshop(person) == Allocation.NO_SEAT) {
                none++;
            } else if (allocation.rank(person) < 0) {
                elsewhere++;
            } else {
                ranks.merge(allocation.rank(person) + 1, 1, Integer::sum);
            }
        }
        var parts = new ArrayList<String>();
        ranks.forEach((rank, count) -> parts.add("%d au vœu %d".formatted(count, rank)));
        parts.add(elsewhere == 0 ? "" : elsewhere + " hors de ses vœux");
        parts.add(none + " sans place");
        return "%s : %s ; %s."
                .formatted(
                        file,
                        people + (people < 2 ? " personne" : " personnes"),
                        parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
    }

    private static Drawing drawing(AllocateOptions options, WishesFile.Asked asked) {
        var hash = Commitment.hash(asked.instance(), options.rule(), asked.numbers());
        var seed = options.publicValue().map(value -> Lottery.seed(value, hash)).or(options::seed);
        var publicValue = asked.numbers() == null ? options.publicValue().orElse(null) : null;
        return new Drawing(seed.orElse(""), publicValue, hash, asked.numbers());
    }

    private static Lottery lottery(Instance instance, Drawing drawing) {
        var numbers = drawing.numbers();
        return numbers == null ? Lottery.drawn(instance, drawing.seed()) : Lottery.given(instance, numbers);
    }

    /// What writes a result.
    private interface Writing {
        void to(OutputStream stream) throws IOException;
    }

    /// A file is there whole or not at all.
    private void write(Optional<Path> file, Writing writing) throws IOException {
        if (file.isEmpty()) {
            writing.to(out);
            return;
        }
        var target = file.get().toAbsolutePath();
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        try (var stream = Files.newOutputStream(partial)) {
            writing.to(stream);
        }
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
