package fr.preau.journey;

/// How a visitor uses the pages.
enum Way {
    /// With a pointer, in a browser that runs scripts.
    POINTER,
    /// With a pointer, scripts switched off.
    NO_SCRIPT,
    /// With Tab, Space, Enter and the arrows only.
    KEYBOARD
}
