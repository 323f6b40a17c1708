package fr.preau.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Values of a result, read one by one; anything else than what is expected is [ResultReader.Malformed].
final class Json {
    private Json() {}

    static void expect(@Nullable JsonToken found, JsonToken expected) {
        if (found != expected) {
            throw new ResultReader.Malformed("%s là où l’on attend %s".formatted(found, expected));
        }
    }

    static String text(JsonParser parser) {
        expect(parser.currentToken(), JsonToken.VALUE_STRING);
        return parser.getString();
    }

    static BigInteger number(JsonParser parser) {
        expect(parser.currentToken(), JsonToken.VALUE_NUMBER_INT);
        return parser.getBigIntegerValue();
    }

    static boolean truth(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_TRUE && parser.currentToken() != JsonToken.VALUE_FALSE) {
            throw new ResultReader.Malformed("%s là où l’on attend vrai ou faux".formatted(parser.currentToken()));
        }
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    static boolean isNull(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    static List<BigInteger> numbers(JsonParser parser) {
        var numbers = new ArrayList<BigInteger>();
        each(parser, () -> numbers.add(number(parser)));
        return numbers;
    }

    static void each(JsonParser parser, Runnable element) {
        expect(parser.currentToken(), JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    static void fields(JsonParser parser, Consumer<String> field) {
        expect(parser.currentToken(), JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            field.accept(name);
        }
    }

    static int small(BigInteger number) {
        if (number.bitLength() > 31) {
            throw new ResultReader.Malformed("%s est trop grand".formatted(number));
        }
        return number.intValue();
    }

    static long large(BigInteger number) {
        if (number.bitLength() > 63) {
            throw new ResultReader.Malformed("%s est trop grand".formatted(number));
        }
        return number.longValue();
    }
}
