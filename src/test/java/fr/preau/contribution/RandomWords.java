package fr.preau.contribution;

import java.util.Random;

/// Words as people and machines really type them: accents, several writings, emoji, blanks of every width, line ends,
/// controls, markup, and texts as long as a field allows or one more.
public record RandomWords(Random random) {
    private static final String[] PIECES = {
        "Prêter",
        "un ordinateur",
        "l'été",
        "où",
        "œuvre",
        "ÇA",
        "<b>gras</b>",
        "\"guillemets\"",
        "a;b,c",
        "=1+1",
        "élève",
        "e\u0301",
        "مرحبا",
        "学校",
        "👩‍🏫",
        "🎓",
        "\u00a0",
        "\u202f",
        "\u200b",
        "\u200f",
        "\t",
        "\r\n",
        "\n\n",
        "\u0000",
        "\u0007",
        "% _ \\",
        "${x}",
        "' or 1=1 --",
        "-",
        "0,5 %"
    };

    public String upTo(int most) {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> " \t\u00a0";
            case 2 -> "x".repeat(most);
            case 3 -> "x".repeat(most + 1);
            case 4 -> "🎓".repeat(most);
            default -> some(most);
        };
    }

    private String some(int most) {
        var text = new StringBuilder();
        var pieces = 1 + random.nextInt(12);
        for (var i = 0; i < pieces && text.length() < most; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    public String number(int most) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> "";
            case 2 -> "0";
            case 3 -> String.valueOf(most);
            case 4 -> " " + random.nextInt(most) + " ";
            default -> String.valueOf(random.nextInt(most));
        };
    }
}
