package org.example.percolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void comeInAnyOrder() {
        assertEquals(new Experiment(64, 0.5, 3, 200), Arguments.parse("p=0.5", "seed=3", "size=64"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    size=64 seed=0             | missing argument: p=a number from 0 to 1
                    size=64 p=1.5 seed=0       | p=1.5: p must be a number from 0 to 1
                    size=64 p=NaN seed=0       | p=NaN: p must be a number from 0 to 1
                    size=0 p=0.5 seed=0        | size=0: size must be a whole number from 1 to 20000
                    size=64 p=0.5 seed=x       | seed=x: seed must be a whole number
                    size=64 p=0.5 seed=0 q=1   | unknown argument: q
                    size=64 p=0.5 seed=0 p=0.6 | given twice: p
                    size=64 p=0.5 seed=0 fast  | not of the form key=value: fast
                    """)
    void areRefusedByName(String line, String message) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> Arguments.parse(line.split(" ")));

        assertEquals(message, refusal.getMessage());
    }
}
