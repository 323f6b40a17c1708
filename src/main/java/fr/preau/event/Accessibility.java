package fr.preau.event;

/// What a place or a session offers to people with disabilities.
public enum Accessibility {
    STEP_FREE("accès sans marche"),
    SIGN_LANGUAGE("langue des signes française"),
    SUBTITLES("sous-titres ou transcription en direct"),
    HEARING_LOOP("boucle magnétique"),
    QUIET_ROOM("espace calme"),
    LARGE_PRINT("documents en gros caractères"),
    AUDIO_DESCRIPTION("descriptions orales");

    private final String french;

    Accessibility(String french) {
        this.french = french;
    }

    public String french() {
        return french;
    }
}
