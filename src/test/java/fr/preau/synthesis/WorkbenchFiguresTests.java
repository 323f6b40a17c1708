package fr.preau.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.consultation.Consultations;
import fr.preau.contribution.Nature;
import fr.preau.synthesis.InboxRepository.Filter;
import fr.preau.synthesis.InboxRepository.Show;
import fr.preau.synthesis.StatementRepository.Words;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// `script/bench workbench`: how long the workbench takes with fifty thousand contributions to deal with. Figures are
/// printed, none is asserted.
@PreauTest
@EnabledIfSystemProperty(named = "preau.figures", matches = "true")
class WorkbenchFiguresTests {
    private static final int ITEMS = 50_000;
    private static final int TIMES = 9;

    @Autowired
    private SynthesisFixtures fixtures;

    @Autowired
    private InboxRepository inbox;

    @Autowired
    private Dealing dealing;

    @Autowired
    private SynthesisLikeness likeness;

    @Autowired
    private Publications publications;

    @Autowired
    private Consultations consultations;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void printsHowLongFiftyThousandTake() {
        var synthesis = fixtures.synthesis(fixtures.consultation(), fixtures.departement("09"));
        fill(synthesis);
        var pilot = people.pilot();
        var last = new Filter(Show.UNDEALT, null, null, null, "");
        var deep = fixtures.undealt(synthesis).get(ITEMS / 2).place();

        time("first page of the inbox", () -> inbox.after(synthesis.id(), last, Item.Place.FIRST));
        time("page in the middle", () -> inbox.after(synthesis.id(), last, deep));
        time("full-text page", () -> inbox.after(synthesis.id(), searched("familles 31415"), Item.Place.FIRST));
        time("coverage", () -> inbox.coverage(synthesis.id()));
        time("workbench, as a page", () -> page(pilot, synthesis.deskPath()));
        var items = fixtures.undealt(synthesis).iterator();
        Runnable item = () -> page(
                pilot, synthesis.deskPath() + "/elements/" + items.next().id().value());
        time("item, as a page, texts being read", item);
        while (likeness.isFilling()) {
            Thread.onSpinWait();
        }
        time("item, as a page with suggestions", item);
        time(
                "one taken up",
                () -> dealing.takeUp(
                        SynthesisFixtures.act(synthesis, pilot.id()),
                        List.of(Seen.of(items.next())),
                        new Words(StatementKind.PROPOSAL, "Prêter."),
                        LinkKind.TAKES_UP));
        dealWithTheRest(synthesis);
        fixtures.settle(synthesis, pilot.id());
        time(
                "all of it published, files included",
                3,
                () -> assertThat(publications.publish(
                                consultations.find(synthesis.consultation()).orElseThrow(),
                                UUID.randomUUID(),
                                pilot.id()))
                        .isInstanceOf(SynthesisOutcome.Done.class));
    }

    /// All in one statement, which is more than anyone will do.
    private void dealWithTheRest(Synthesis synthesis) {
        database.sql("""
                        with rest as (
                            insert into synthesis.disposition (item_id, synthesis_id, item_version, outcome, decided_by,
                                decided_at)
                            select i.id, i.synthesis_id, i.version, 'TAKEN_UP', gen_random_uuid(), now()
                            from synthesis.item i where i.synthesis_id = :synthesis
                            on conflict do nothing returning item_id, item_version)
                        insert into synthesis.source_link (synthesis_id, statement_id, statement_version, item_id,
                            item_version, kind, made_by, made_at)
                        select :synthesis, s.id, s.version, r.item_id, r.item_version, 'MERGES', gen_random_uuid(), now()
                        from rest r, (select * from synthesis.statement where synthesis_id = :synthesis limit 1) s
                        """).param("synthesis", synthesis.id().value()).update();
    }

    private void fill(Synthesis synthesis) {
        fixtures.publish(fixtures.said(
                synthesis.consultation(), synthesis.territory(), Nature.NEED, "Un ordinateur pour chaque élève."));
        database.sql("""
                        insert into synthesis.item (id, synthesis_id, source_kind, source_id, version, reference, nature,
                            text, territory, day)
                        select gen_random_uuid(), :synthesis, 'CONTRIBUTION', gen_random_uuid(), 1, 'C-' || n, 'PROPOSAL',
                            'Prêter des ordinateurs aux élèves de la classe ' || n || ', former les familles '
                                || (n * 7919 % 50000) || ' et ouvrir les salles le soir ' || md5(n::text),
                            'DEPARTEMENT-09', date '2026-10-07'
                        from generate_series(2, :most) n
                        """)
                .param("synthesis", synthesis.id().value())
                .param("most", ITEMS)
                .update();
        database.sql("""
                        insert into synthesis.item_version (item_id, version, nature, text, territory, workshop_id, day)
                        select id, version, nature, text, territory, workshop_id, day
                        from synthesis.item where synthesis_id = :synthesis on conflict do nothing
                        """).param("synthesis", synthesis.id().value()).update();
        database.sql("analyze synthesis.item").update();
    }

    private static Filter searched(String words) {
        return new Filter(Show.UNDEALT, null, null, null, words);
    }

    private void page(org.springframework.test.web.servlet.request.RequestPostProcessor who, String address) {
        TestSecurityContextHolder.clearContext();
        assertThat(mvc.get().uri(address).with(who).exchange()).hasStatusOk();
    }

    private static void time(String what, Runnable task) {
        time(what, TIMES, task);
    }

    private static void time(String what, int times, Runnable task) {
        var taken = new long[times];
        for (var i = 0; i < times; i++) {
            var start = System.nanoTime();
            task.run();
            taken[i] = (System.nanoTime() - start) / 100_000;
        }
        Arrays.sort(taken);
        System.out.println("%-40s median %6.1f ms, worst %6.1f ms"
                .formatted(what, taken[times / 2] / 10.0, taken[times - 1] / 10.0));
    }
}
