package io.github.snapsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void aFileAloneIsNoReason() {
        assertThat(Reason.of(new AccessDeniedException("/x"))).isEqualTo("no permission for /x");
        assertThat(Reason.of(new FileAlreadyExistsException("/x"))).isEqualTo("/x is in the way");
        assertThat(Reason.of(new NoSuchFileException("/x"))).isEqualTo("/x does not exist");
    }

    @Test
    void aReasonOfItsOwnIsKept() {
        assertThat(Reason.of(new FileSystemException("/x", null, "No space left on device")))
                .isEqualTo("/x: No space left on device");
        assertThat(Reason.of(new IOException("disk quota exceeded"))).isEqualTo("disk quota exceeded");
        assertThat(Reason.of(new IOException())).isEqualTo("IOException");
    }
}
