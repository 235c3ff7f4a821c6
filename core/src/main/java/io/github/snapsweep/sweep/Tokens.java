package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SweepProblems;
import io.github.snapsweep.problem.TextPlace;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens of a value, read from the front. */
final class Tokens {

    /** What the name of a parameter, {@code optimizer.lr} or {@code db/engine}, is made of. */
    private static final Set<TokenKind> NAME =
            EnumSet.of(TokenKind.ID, TokenKind.INT, TokenKind.FLOAT, TokenKind.UNQUOTED_CHAR);

    private final String text;
    private final List<Token> tokens;
    private final int end;
    private int next;

    Tokens(String text, List<Token> tokens, int end) {
        this.text = text;
        this.tokens = tokens;
        this.end = end;
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    boolean at(TokenKind kind) {
        return isKind(next, Set.of(kind));
    }

    boolean atAny(Set<TokenKind> kinds) {
        return isKind(next, kinds);
    }

    /** Whether two kinds follow each other next. */
    boolean at(TokenKind first, TokenKind second) {
        return at(first) && isKind(next + 1, Set.of(second));
    }

    /** The text of the next token. */
    String peek() {
        return tokens.get(next).text();
    }

    Token take() {
        return tokens.get(next++);
    }

    /** Takes the next token when it is of this kind. */
    boolean skip(TokenKind kind) {
        boolean found = at(kind);
        next += found ? 1 : 0;
        return found;
    }

    /** Takes a name with the {@code =} behind it, when they are next; null when they are not. */
    @Nullable
    String takeName() {
        StringBuilder name = new StringBuilder();
        int at = next;
        while (isKind(at, NAME)) {
            name.append(tokens.get(at++).text());
        }
        if (!isKind(at, Set.of(TokenKind.EQUAL)) || !KeyReader.isName(name.toString())) {
            return null;
        }
        next = at + 1;
        return name.toString();
    }

    /** Where the last token that was taken stands. */
    int lastColumn() {
        return tokens.get(next - 1).column();
    }

    /** Takes the next token, which must be of this kind. */
    void require(TokenKind kind, String expected) {
        if (!skip(kind)) {
            throw unexpected(expected);
        }
    }

    /** Where the next token stands. */
    TextPlace place() {
        return new TextPlace(text, atEnd() ? end : tokens.get(next).column());
    }

    /** That something else was expected here. */
    Problem unexpected(String expected) {
        if (atEnd()) {
            return SweepProblems.endsEarly(place(), expected);
        }
        if (at(TokenKind.QUOTED)) {
            return SweepProblems.quoteInWord(place());
        }
        return SweepProblems.unexpected(place(), peek().strip(), expected);
    }

    private boolean isKind(int index, Set<TokenKind> kinds) {
        return index < tokens.size() && kinds.contains(tokens.get(index).kind());
    }
}
