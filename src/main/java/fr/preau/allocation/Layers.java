package fr.preau.allocation;

import java.util.Arrays;

/// How many moves, at least, lead from each place to a free seat (Dinitz 1970). The places of a layer are bits too, so
/// that whoever looks for one of them passes over the others.
final class Layers {
    static final int UNREACHED = 0;
    private static final int DEAD_END = -1;

    private final int[] layer;
    private final int words;
    private long[] members;

    Layers(int places) {
        layer = new int[places];
        words = (places + 63) >> 6;
        members = new long[8 * words];
    }

    /// No place is reached.
    void clear() {
        Arrays.fill(layer, UNREACHED);
        Arrays.fill(members, 0);
        for (var place = 0; place < layer.length; place++) {
            members[place >> 6] |= 1L << place;
        }
    }

    int of(int place) {
        return layer[place];
    }

    /// Sixty-four places, those of this layer set; the lowest bit is place `64 * word`.
    long word(int ofLayer, int word) {
        var cell = ofLayer * words + word;
        return cell < members.length ? members[cell] : 0;
    }

    void reach(int place, int inLayer) {
        leave(place);
        layer[place] = inLayer;
        var cell = inLayer * words + (place >> 6);
        if (cell >= members.length) {
            members = Arrays.copyOf(members, 2 * Math.max(cell, members.length));
        }
        members[cell] |= 1L << place;
    }

    /// No chain goes on from here.
    void close(int place) {
        leave(place);
        layer[place] = DEAD_END;
    }

    private void leave(int place) {
        if (layer[place] >= 0) {
            members[layer[place] * words + (place >> 6)] &= ~(1L << place);
        }
    }
}
