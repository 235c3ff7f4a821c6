package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of text in UTF-8 that holds settings.
 *
 * @param path where it is
 * @param name what it is called in messages
 * @param largest how many bytes it may have
 */
record TextFile(Path path, String name, int largest) {

    /** What is in it; none when it cannot be read, which is a fault. However large it is, no more than is wanted is read. */
    Optional<String> read(Faults faults) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length <= largest) {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            }
            faults.add(SettingProblems.unreadable(name, "it has more than " + largest + " bytes"));
        } catch (CharacterCodingException e) {
            faults.add(SettingProblems.unreadable(name, "it is not in UTF-8"));
        } catch (IOException e) {
            faults.add(SettingProblems.unreadable(name, e));
        }
        return Optional.empty();
    }
}
