package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepProblems;
import io.github.snapsweep.problem.TextPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Cuts the text of one value into tokens. */
final class Lexer {

    private final String text;
    private final int end;

    private Lexer(String text, int end) {
        this.text = text;
        this.end = end;
    }

    /**
     * The tokens of a part of a text.
     *
     * @throws io.github.snapsweep.problem.Problem when a character is of no token
     */
    static Tokens tokens(String text, int from, int end) {
        Lexer lexer = new Lexer(text, end);
        List<Token> tokens = new ArrayList<>();
        int at = from;
        while (at < end) {
            Token token = lexer.longest(at);
            tokens.add(token);
            at += token.text().length();
        }
        return new Tokens(text, tokens, end);
    }

    private Token longest(int at) {
        Token longest = null;
        for (TokenKind kind : TokenKind.values()) {
            Matcher matcher = kind.pattern().matcher(text).region(at, end);
            if (matcher.lookingAt()
                    && (longest == null || matcher.end() > at + longest.text().length())) {
                longest = new Token(kind, at, matcher.group());
            }
        }
        if (text.startsWith("${", at) && (longest == null || longest.kind() != TokenKind.INTERPOLATION)) {
            throw SweepProblems.noInterpolation(new TextPlace(text, at));
        }
        return required(longest, new TextPlace(text, at));
    }

    private static Token required(@Nullable Token token, TextPlace place) {
        if (token != null) {
            return token;
        }
        String character = Character.toString(place.text().codePointAt(place.column()));
        throw character.equals("'") || character.equals("\"")
                ? SweepProblems.openQuote(place)
                : SweepProblems.needsQuotes(place, character);
    }
}
