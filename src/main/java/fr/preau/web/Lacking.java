package fr.preau.web;

import java.util.List;

/// What a module still waits for before an installation is somebody's: settings that have no value of their own, or
/// only that of a trial. Said at each start and to those who steer, until they are given ([Lacks]).
@FunctionalInterface
public interface Lacking {
    List<Setting> lacking();

    /// The setting to give, and one French sentence on what goes wrong without it.
    record Setting(String name, String sentence) {}
}
