package io.github.snapsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointTest {

    private final Point point = Read.sweep("+lr=1e-3 msg='a b' path=a\\ b items=['a',b] db@source=x none=null")
            .points()
            .get(0);

    @Test
    void argumentsAreQuotedAndPrefixedForHydra() {
        assertThat(point.arguments())
                .containsExactly("+lr=0.001", "msg='a b'", "path=a\\ b", "items=['a',b]", "db@source=x", "none=null");
    }

    @Test
    void textsHaveNeitherQuotesNorPrefix() {
        assertThat(point.texts())
                .containsExactly(
                        entry("lr", "0.001"),
                        entry("msg", "a b"),
                        entry("path", "a b"),
                        entry("items", "['a',b]"),
                        entry("db@source", "x"),
                        entry("none", "null"));
    }

    @Test
    void valuesKeepThePrefixedKey() {
        assertThat(point.values())
                .containsEntry("+lr", new Value.Decimal(0.001))
                .hasSize(6);
    }

    @Test
    void jsonIsPlainJava() {
        assertThat(json("x=1")).isEqualTo(1L);
        assertThat(json("x=9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(json("x=9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(json("x=0.1")).isEqualTo(0.1);
        assertThat(json("x=true")).isEqualTo(true);
        assertThat(json("x=null")).isNull();
        assertThat(json("x='1'")).isEqualTo("1");
        assertThat(json("x=a b")).isEqualTo("a b");
        assertThat(json("x=[1,null,[a]]")).isEqualTo(Arrays.asList(1L, null, List.of("a")));
        assertThat(json("x={a:1,2:{b:'c'}}")).isEqualTo(Map.of("a", 1L, "2", Map.of("b", "c")));
    }

    private static Object json(String text) {
        return Read.sweep(text).points().get(0).json().get("x");
    }
}
