package fr.preau.event;

import fr.preau.event.Outcome.Problem;
import fr.preau.web.Form;
import fr.preau.web.Typed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/// The form of an event exactly as typed. It is no bound record like our other forms: its rows come and go without
/// JavaScript (a button posts, the page comes back with one row more), a draft keeps whatever is half written, and
/// nothing typed may be lost on the way. [EventFormReader] makes an [EventContent] of it.
final class EventForm {
    static final List<String> TEXTS = List.of(
            "title",
            "description",
            "kind",
            "format",
            "placeKind",
            "school",
            "venueName",
            "address",
            "postcode",
            "commune",
            "departement",
            "contactName",
            "contactMail",
            "link",
            "instructions",
            "organisation",
            "edition",
            "waitingOrder",
            "waitingPasses");
    static final List<String> CHOICES = List.of("audience", "offeredIn", "accessibility");
    static final List<String> SESSION = List.of("id", "day", "start", "end", "capacity", "classSeats");
    static final List<String> SPEAKER = List.of("name", "role", "gender");
    /// In the order of the page: what is to correct is listed so.
    private static final List<String> ORDER = List.of(
            "organisation",
            "edition",
            "title",
            "kind",
            "description",
            "audience",
            "format",
            "placeKind",
            "school",
            "venueName",
            "address",
            "postcode",
            "commune",
            "departement",
            "offeredIn",
            "link",
            "sessions",
            "waitingOrder",
            "waitingPasses",
            "instructions",
            "accessibility",
            "speakers",
            "contactName",
            "contactMail");
    private static final Pattern ROW = Pattern.compile("(?:sessions|speakers)\\[(\\d{1,4})]\\..*");

    private final Map<String, Object> fields = new HashMap<>();
    private final List<Map<String, String>> sessions = new ArrayList<>();
    private final List<Map<String, String>> speakers = new ArrayList<>();

    static EventForm typed(MultiValueMap<String, String> sent) {
        var form = new EventForm();
        TEXTS.forEach(name -> form.fields.put(name, joined(sent.getOrDefault(name, List.of()))));
        CHOICES.forEach(name -> form.fields.put(
                name, sent.getOrDefault(name, List.of()).stream().distinct().toList()));
        form.sessions.addAll(rows(sent, "sessions", SESSION));
        form.speakers.addAll(rows(sent, "speakers", SPEAKER));
        return form;
    }

    /// A new event, with one empty session to fill in.
    static EventForm empty(String contactName, String contactMail) {
        var form = new EventForm();
        form.fields.put("contactName", contactName);
        form.fields.put("contactMail", contactMail);
        form.fields.putAll(EventFormWords.of(WaitingPolicy.STRICT));
        return form.withSession();
    }

    static EventForm of(EventContent content) {
        var form = new EventForm();
        form.fields.putAll(EventFormWords.of(content));
        content.sessions().forEach(slot -> form.sessions.add(EventFormWords.of(slot)));
        content.speakers().forEach(speaker -> form.speakers.add(EventFormWords.of(speaker)));
        return content.sessions().isEmpty() ? form.withSession() : form;
    }

    String text(String field) {
        return fields.getOrDefault(field, "").toString();
    }

    List<String> chosen(String field) {
        return fields.get(field) instanceof List<?> many
                ? many.stream().map(Object::toString).toList()
                : List.of();
    }

    List<Map<String, String>> sessions() {
        return sessions;
    }

    List<Map<String, String>> speakers() {
        return speakers;
    }

    /// One more, like the last one a week of visits is made of: same hours, same seats, the day to choose.
    EventForm withSession() {
        var row = sessions.isEmpty() ? new HashMap<String, String>() : new HashMap<>(sessions.getLast());
        row.put("id", UUID.randomUUID().toString());
        row.put("day", "");
        sessions.add(row);
        return this;
    }

    EventForm withSpeaker() {
        speakers.add(new HashMap<>());
        return this;
    }

    EventForm withoutSession(int row) {
        if (row >= 0 && row < sessions.size()) {
            sessions.remove(row);
        }
        return this;
    }

    EventForm withoutSpeaker(int row) {
        if (row >= 0 && row < speakers.size()) {
            speakers.remove(row);
        }
        return this;
    }

    /// As its page shows it, with what to correct.
    Form shown(List<Problem> problems) {
        var values = new HashMap<>(fields);
        spread("sessions", sessions, values);
        spread("speakers", speakers, values);
        var form = Form.filled(values);
        inOrder(problems).forEach(problem -> form.refuse(problem.field(), problem.sentence()));
        return form;
    }

    /// In the order of the page, and of its rows.
    static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(EventForm::place).thenComparingInt(EventForm::row))
                .toList();
    }

    private static int place(Problem problem) {
        return ORDER.indexOf(problem.field().replaceFirst("\\[.*", ""));
    }

    private static int row(Problem problem) {
        var found = ROW.matcher(problem.field());
        return found.matches() ? Integer.parseInt(found.group(1)) : -1;
    }

    private static void spread(String name, List<Map<String, String>> rows, Map<String, Object> values) {
        for (int i = 0; i < rows.size(); i++) {
            var prefix = "%s[%d].".formatted(name, i);
            rows.get(i).forEach((field, value) -> values.put(prefix + field, value));
        }
    }

    private static List<Map<String, String>> rows(MultiValueMap<String, String> sent, String name, List<String> names) {
        var numbers = new TreeSet<Integer>();
        sent.keySet().stream()
                .filter(key -> key.startsWith(name + "["))
                .map(ROW::matcher)
                .filter(found -> found.matches())
                .forEach(found -> numbers.add(Integer.valueOf(found.group(1))));
        return numbers.stream()
                .map(number -> names.stream()
                        .collect(Collectors.toMap(
                                field -> field,
                                field -> joined(
                                        sent.getOrDefault("%s[%d].%s".formatted(name, number, field), List.of())))))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /// As [Typed] reads several lines of words.
    private static String joined(List<String> values) {
        return Typed.text(String.join(",", values));
    }
}
