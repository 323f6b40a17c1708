package fr.preau.journey;

/// How wide the visitor's window is, in CSS pixels.
enum Screen {
    DESKTOP(1280, 900),
    PHONE(360, 740),
    NARROW(320, 640);

    final int width;
    final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }
}
