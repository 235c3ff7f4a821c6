package io.github.snapsweep.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The script that removes the worktree of a launch on a node, where nothing of this tool need be.
 *
 * @param folder the launch's folder
 * @param worktree the worktree
 * @param administration git's own folder for it
 * @param ownFolder the folder of worktrees, when it is to go with its last; empty when its user named it
 * @param ref the snapshot's branch
 * @param commit the snapshot's commit
 * @param branchUses how often the snapshot was given to somebody, when its branch goes too
 */
record CleanupScript(
        LaunchFolder folder,
        Path worktree,
        Path administration,
        String ownFolder,
        String ref,
        String commit,
        OptionalInt branchUses) {

    private static final String COMMON = "cleanup.sh";

    String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("record", folder.path().toString());
        values.put("worktree", worktree.toString());
        values.put("administration", administration.toString());
        values.put("common", administration.resolve("../..").normalize().toString());
        values.put("own_folder", ownFolder);
        values.put("ref", ref);
        values.put("commit", commit);
        values.put("branch_uses", branchUses.isPresent() ? String.valueOf(branchUses.getAsInt()) : "");
        StringBuilder text = new StringBuilder("#!/bin/bash\n# Removes the worktree of launch ")
                .append(folder.id())
                .append(" when all who need it have ended.\n\n");
        values.forEach((name, value) ->
                text.append(name).append('=').append(BashText.quoted(value)).append('\n'));
        return text.append(common()).toString();
    }

    private static String common() {
        try (InputStream resource = CleanupScript.class.getResourceAsStream(COMMON)) {
            if (resource == null) {
                throw new IllegalStateException(COMMON + " is not in the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
