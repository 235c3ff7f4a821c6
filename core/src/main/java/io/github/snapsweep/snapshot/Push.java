package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.CommandRunner;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.StoredConfig;

/**
 * Publishes snapshots through the user's own {@code git}, so that his keys, helpers and proxies count: by an explicit
 * refspec, without a prompt, without hooks, within a time limit.
 */
public final class Push {

    private static final int SHOWN = 8;

    /** How many branches go in one command: a command line holds only so much. */
    private static final int AT_ONCE = 200;

    private static final String NOISE = "To .*|hint:.*|remote:|error: failed to push some refs to .*"
            + "|Please make sure you have the correct access rights|and the repository exists\\.";

    private final GitRepository repository;
    private final CommandRunner runner;
    private final Host host;
    private final Duration timeLimit;

    public Push(GitRepository repository, CommandRunner runner, Host host, Duration timeLimit) {
        this.repository = repository;
        this.runner = runner;
        this.host = host;
        this.timeLimit = timeLimit;
    }

    /** Whether there is a remote of this name. */
    public boolean hasRemote(String remote) {
        return repository.jgit().getConfig().getString("remote", remote, "url") != null;
    }

    /** Pushes a snapshot's branch to a remote; a failure is an outcome, not an exception. */
    public PushOutcome publish(Snapshot snapshot, String remote) {
        PushOutcome outcome = push(remote, snapshot.commit() + ":" + snapshot.ref());
        if (outcome.result() == PushOutcome.Result.DONE) {
            forgetTracking(snapshot, remote);
        }
        return outcome;
    }

    /** git push notes where the remote's branch is, in one more ref, see git-push(1): that would keep a snapshot alive. */
    private void forgetTracking(Snapshot snapshot, String remote) {
        String branch = snapshot.ref().replaceFirst("^refs/heads/", "");
        try {
            RefUpdate update = repository.jgit().updateRef("refs/remotes/" + remote + "/" + branch);
            ObjectId commit = ObjectId.fromString(snapshot.commit());
            if (commit.equals(update.getOldObjectId())) {
                update.setExpectedOldObjectId(commit);
                update.setForceUpdate(true);
                update.delete();
            }
        } catch (IOException e) {
            throw SnapshotProblems.refFailed(snapshot.ref(), e);
        }
    }

    /**
     * Deletes snapshots' branches at a remote: each that is there as it was pushed, and is still when it goes, see
     * --force-with-lease in git-push(1). One that is not there is well too.
     */
    public Map<Snapshot, PushOutcome> withdraw(List<Snapshot> snapshots, String remote) {
        Map<Snapshot, PushOutcome> outcomes = new LinkedHashMap<>();
        for (int from = 0; from < snapshots.size(); from += AT_ONCE) {
            List<Snapshot> some = snapshots.subList(from, Math.min(from + AT_ONCE, snapshots.size()));
            boolean reached =
                    outcomes.values().stream().noneMatch(outcome -> outcome.result() == PushOutcome.Result.FAILED);
            outcomes.putAll(
                    reached ? withdrawSome(some, remote) : all(some, failed(remote, "it was not asked any more")));
        }
        return outcomes;
    }

    private Map<Snapshot, PushOutcome> withdrawSome(List<Snapshot> snapshots, String remote) {
        if (!hasRemote(remote)) {
            return all(snapshots, noRemote(remote));
        }
        Map<String, String> there = new HashMap<>();
        PushOutcome listed = list(snapshots, remote, there);
        if (listed.result() != PushOutcome.Result.DONE) {
            return all(snapshots, listed);
        }
        Map<Snapshot, PushOutcome> outcomes = new LinkedHashMap<>();
        for (Snapshot snapshot : snapshots) {
            String commit = there.getOrDefault(snapshot.ref(), snapshot.commit());
            outcomes.put(snapshot, commit.equals(snapshot.commit()) ? done(remote) : moved(remote));
        }
        List<Snapshot> asPushed = snapshots.stream()
                .filter(snapshot -> snapshot.commit().equals(there.get(snapshot.ref())))
                .toList();
        if (!asPushed.isEmpty()) {
            outcomes.putAll(delete(asPushed, remote));
        }
        return outcomes;
    }

    private PushOutcome list(List<Snapshot> snapshots, String remote, Map<String, String> there) {
        List<String> words = new ArrayList<>(List.of("ls-remote", "--quiet", remote));
        snapshots.forEach(snapshot -> words.add(snapshot.ref()));
        return git(remote, words, answer -> {
            if (!answer.succeeded()) {
                return failed(remote, said(answer.err()));
            }
            answer.out()
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .filter(fields -> fields.length == 2)
                    .forEach(fields -> there.put(fields[1], fields[0]));
            return done(remote);
        });
    }

    private Map<Snapshot, PushOutcome> delete(List<Snapshot> snapshots, String remote) {
        List<String> words = new ArrayList<>(List.of("push", "--porcelain", "--no-verify", "--recurse-submodules=no"));
        snapshots.forEach(snapshot -> words.add("--force-with-lease=" + snapshot.ref() + ":" + snapshot.commit()));
        words.add(remote);
        snapshots.forEach(snapshot -> words.add(":" + snapshot.ref()));
        Map<Snapshot, PushOutcome> outcomes = new LinkedHashMap<>();
        PushOutcome whole = git(remote, words, answer -> {
            List<String> lines = answer.out().lines().toList();
            snapshots.forEach(snapshot -> outcomes.put(snapshot, deleted(snapshot, remote, lines, said(answer.err()))));
            return done(remote);
        });
        return whole.result() == PushOutcome.Result.DONE ? outcomes : all(snapshots, whole);
    }

    /** A line for each ref: its flag, {@code <from>:<to>}, and what was done, with tabs between. */
    private static PushOutcome deleted(Snapshot snapshot, String remote, List<String> lines, String otherwise) {
        String ref = "\t:" + snapshot.ref() + "\t";
        String line =
                lines.stream().filter(each -> each.contains(ref)).findFirst().orElse("");
        if (line.startsWith("-")) {
            return done(remote);
        }
        if (line.contains("(stale info)")) {
            return moved(remote);
        }
        return failed(remote, line.isEmpty() ? otherwise : line.substring(line.indexOf(ref) + ref.length()));
    }

    private static Map<Snapshot, PushOutcome> all(List<Snapshot> snapshots, PushOutcome outcome) {
        Map<Snapshot, PushOutcome> outcomes = new LinkedHashMap<>();
        snapshots.forEach(snapshot -> outcomes.put(snapshot, outcome));
        return outcomes;
    }

    private PushOutcome push(String remote, String refspec) {
        if (!hasRemote(remote)) {
            return noRemote(remote);
        }
        List<String> words = List.of("push", "--quiet", "--no-verify", "--recurse-submodules=no", remote, refspec);
        return git(remote, words, answer -> answer.succeeded() ? done(remote) : failed(remote, said(answer.err())));
    }

    private PushOutcome git(String remote, List<String> words, Function<Answer, PushOutcome> outcome) {
        Optional<Path> git = host.program("git");
        if (git.isEmpty()) {
            return failed(remote, "there is no git on the PATH");
        }
        try {
            Answer answer = runner.run(command(git.get(), words));
            if (answer.timedOut()) {
                return failed(remote, "no answer within " + timeLimit.toSeconds() + " s");
            }
            return outcome.apply(answer);
        } catch (IOException e) {
            return failed(remote, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(remote, "interrupted");
        }
    }

    private Command command(Path git, List<String> words) {
        List<String> all = new ArrayList<>(
                List.of(git.toString(), "-c", "credential.interactive=false", "-c", "push.followTags=false"));
        all.addAll(words);
        return new Command(all, repository.workTree(), environment(), timeLimit);
    }

    /** Nothing may ask a question: there is nobody to answer. See git(1) and ssh_config(5). */
    private Map<String, String> environment() {
        Map<String, String> quiet = new LinkedHashMap<>();
        quiet.put("GIT_TERMINAL_PROMPT", "0");
        quiet.put("SSH_ASKPASS_REQUIRE", "never");
        StoredConfig config = repository.jgit().getConfig();
        boolean ownAskpass =
                host.environment().containsKey("GIT_ASKPASS") || config.getString("core", null, "askpass") != null;
        if (!ownAskpass) {
            quiet.put("GIT_ASKPASS", "true"); // the program: it answers nothing, and SSH_ASKPASS is not asked then
        }
        boolean ownSsh = host.environment().containsKey("GIT_SSH_COMMAND")
                || host.environment().containsKey("GIT_SSH")
                || config.getString("core", null, "sshcommand") != null;
        if (!ownSsh) {
            quiet.put("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
        }
        return host.environmentWith(quiet);
    }

    private static PushOutcome noRemote(String remote) {
        return new PushOutcome(PushOutcome.Result.NO_REMOTE, remote, "there is no remote '" + remote + "'");
    }

    private static PushOutcome moved(String remote) {
        return new PushOutcome(PushOutcome.Result.MOVED, remote, "it was moved there since it was pushed");
    }

    private static PushOutcome done(String remote) {
        return new PushOutcome(PushOutcome.Result.DONE, remote, "");
    }

    private static PushOutcome failed(String remote, String why) {
        return new PushOutcome(PushOutcome.Result.FAILED, remote, why);
    }

    /** What ssh, the remote and git said, without what tells nothing. */
    private static String said(String text) {
        List<String> telling = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches(NOISE))
                .limit(SHOWN)
                .toList();
        return telling.isEmpty() ? "git push failed" : String.join("; ", telling);
    }
}
