package rush;

import ground.Browser;
import ground.Browser.Csrf;
import ground.Scene;
import ground.Wire;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// What people do in the opening minute, one request each: most look, many register, some for a class, some give their
/// seats back. One in fifty wants the session that has fifty seats.
final class Visitors {
    private final Csrf anyone;
    private final List<Teachers.Teacher> teachers;
    private final Ledger ledger;

    Visitors(Csrf anyone, List<Teachers.Teacher> teachers, Ledger ledger) {
        this.anyone = anyone;
        this.teachers = teachers;
        this.ledger = ledger;
    }

    /// One visit, whose answer is a status.
    @FunctionalInterface
    interface Visit {
        int on(Wire wire) throws IOException;
    }

    Visit next(RandomGenerator random) {
        var session = random.nextInt(50) == 0 ? Scene.SMALL : random.nextInt(1, 201);
        var dice = random.nextInt(100);
        if (dice < 20) {
            return wire -> wire.get("/evenements", "").status();
        } else if (dice < 30) {
            return wire -> wire.get("/", "").status();
        } else if (dice < 50) {
            return wire -> wire.get("/evenements/" + Scene.event(session), "").status();
        } else if (dice < 60) {
            return wire -> wire.get(Scene.form(session) + "?comme=adulte", anyone.cookie()).status();
        } else if (dice < 88) {
            return wire -> registered(wire.post(Scene.form(session), anyone.cookie(), Browser.adult(anyone)));
        } else if (dice < 92) {
            var teacher = teachers.get(random.nextInt(teachers.size()));
            return wire -> registered(wire.post(Scene.form(session), teacher.cookies(), schoolClass(teacher)));
        }
        return this::cancel;
    }

    private int registered(Wire.Answer answer) {
        var link = answer.header("Location");
        if (answer.status() / 100 == 3 && link != null) {
            ledger.confirmed(URI.create(link).getPath());
        }
        return answer.status();
    }

    private int cancel(Wire wire) throws IOException {
        var link = ledger.oneToCancel();
        if (link == null) {
            return wire.get("/evenements", "").status();
        }
        try {
            var status =
                    wire.post(link + "/annulation", anyone.cookie(), anyone.field()).status();
            if (status / 100 == 3) {
                ledger.cancelled(link);
            } else {
                ledger.stays(link);
            }
            return status;
        } catch (IOException silent) {
            ledger.unknown(link);
            throw silent;
        }
    }

    private static String schoolClass(Teachers.Teacher teacher) {
        return "%s&jeton=%s&comme=classe&etablissement=%s&classe=%s&niveau=SECONDE&effectif.eleves=24&effectif.filles=&effectif.accompagnateurs=2&effectif.besoins="
                .formatted(
                        teacher.csrf(),
                        UUID.randomUUID(),
                        Teachers.SCHOOL,
                        UUID.randomUUID().toString().substring(0, 18));
    }
}
