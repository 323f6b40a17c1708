package fr.preau.backup;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What the rows of a table come to, as COPY writes them, a line each: their number; the SHA-256 of the whole, for the
/// file; and the sum of the SHA-256 of each (as a number of 256 bits), the same in whatever order a server gives them,
/// for the table.
final class TableDigest extends OutputStream {
    private static final int SIZE = 32;

    private final MessageDigest whole = sha256();
    private final MessageDigest row = sha256();
    private final byte[] sum = new byte[SIZE];
    private long rows;
    private long bytes;

    /// `sum` does not depend on the order of the rows, `sha256` does.
    record Result(long rows, long bytes, String sha256, String sum) {}

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) {
        whole.update(some, offset, length);
        bytes += length;
        var from = offset;
        for (var i = offset; i < offset + length; i++) {
            if (some[i] == '\n') {
                row.update(some, from, i - from);
                add(row.digest());
                rows++;
                from = i + 1;
            }
        }
        row.update(some, from, offset + length - from);
    }

    Result result() {
        var hex = HexFormat.of();
        return new Result(rows, bytes, hex.formatHex(whole.digest()), hex.formatHex(sum));
    }

    private void add(byte[] digest) {
        var carry = 0;
        for (var i = SIZE - 1; i >= 0; i--) {
            carry += (sum[i] & 0xff) + (digest[i] & 0xff);
            sum[i] = (byte) carry;
            carry >>= Byte.SIZE;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
