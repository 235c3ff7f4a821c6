package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a value that has no parts: a number, {@code true}, {@code null}, a string with or without quotes. */
final class Primitive {

    private Primitive() {}

    /** A value behind {@code =}, a comma or a bracket. */
    static Value value(Tokens tokens) {
        tokens.skip(TokenKind.BLANK);
        if (!tokens.at(TokenKind.QUOTED)) {
            return unquoted(tokens, TokenKind.UNQUOTED);
        }
        String text = tokens.take().text();
        tokens.skip(TokenKind.BLANK);
        return new Value.Quoted(QuotedText.unquoted(text), text.charAt(0));
    }

    /** The key of an entry of a dictionary. */
    static Value dictKey(Tokens tokens) {
        if (tokens.at(TokenKind.QUOTED)) {
            throw SweepProblems.quotedDictKey(tokens.place());
        }
        return unquoted(tokens, TokenKind.DICT_KEY);
    }

    private static Value unquoted(Tokens tokens, Set<TokenKind> kinds) {
        List<Token> parts = new ArrayList<>();
        while (tokens.atAny(kinds)) {
            requireNoneInside(tokens);
            parts.add(tokens.take());
        }
        if (!parts.isEmpty() && parts.get(parts.size() - 1).kind() == TokenKind.BLANK) {
            parts.remove(parts.size() - 1);
        }
        if (parts.isEmpty()) {
            throw SweepProblems.valueExpected(tokens.place());
        }
        return parts.size() == 1 ? typed(parts.get(0)) : new Value.Text(joined(parts));
    }

    private static void requireNoneInside(Tokens tokens) {
        if (tokens.at(TokenKind.INTERPOLATION) && tokens.peek().lastIndexOf("${") > 0) {
            throw SweepProblems.nestedInterpolation(tokens.place());
        }
    }

    private static Value typed(Token token) {
        String text = token.text();
        return switch (token.kind()) {
            case INT -> NumberText.whole(text);
            case FLOAT -> NumberText.decimal(text);
            case BOOL -> new Value.Bool(text.toLowerCase(Locale.ROOT).equals("true"));
            case NULL -> new Value.Null();
            default -> new Value.Text(plain(token));
        };
    }

    private static String joined(List<Token> parts) {
        return parts.stream().map(Primitive::plain).collect(Collectors.joining());
    }

    private static String plain(Token token) {
        return token.kind() == TokenKind.ESCAPE ? UnquotedText.unescaped(token.text()) : token.text();
    }
}
