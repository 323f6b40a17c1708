package fr.preau.verification;

import java.util.List;

/// What a verification found.
///
/// @param parts the components: each stands or falls alone
/// @param faults everything wrong, of the whole first
public record Report(List<Part> parts, List<Fault> faults) {
    /// A component.
    ///
    /// @param workshops ids, in their order
    public record Part(int number, List<String> workshops, int people) {}

    public Report {
        parts = List.copyOf(parts);
        faults = List.copyOf(faults);
    }

    /// Whether everything holds.
    public boolean accepted() {
        return faults.isEmpty();
    }

    /// Whether one component holds.
    public boolean accepted(Part part) {
        return faults.stream().noneMatch(fault -> fault.part() == part.number());
    }

    public List<Fault> faults(Part part) {
        return faults.stream().filter(fault -> fault.part() == part.number()).toList();
    }

    /// What is wrong with no component in particular.
    public List<Fault> general() {
        return faults.stream().filter(fault -> fault.part() < 0).toList();
    }
}
