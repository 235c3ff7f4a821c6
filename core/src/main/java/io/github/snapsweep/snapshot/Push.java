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
        PushOutcome outcome = push(remote, List.of(), snapshot.commit() + ":" + snapshot.ref());
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

    /** Deletes a snapshot's branch at a remote, if it is there as it was pushed; if it is not there, that is well too. */
    public PushOutcome withdraw(Snapshot snapshot, String remote) {
        String lease = "--force-with-lease=" + snapshot.ref() + ":" + snapshot.commit();
        PushOutcome outcome = push(remote, List.of(lease), ":" + snapshot.ref());
        if (!outcome.why().contains("(stale info)")) {
            return outcome;
        }
        return git(remote, List.of("ls-remote", "--quiet", remote, snapshot.ref()), answer -> {
            if (!answer.succeeded()) {
                return failed(remote, said(answer.err()));
            }
            return answer.out().isBlank() ? done(remote) : failed(remote, "it was moved there since it was pushed");
        });
    }

    private PushOutcome push(String remote, List<String> options, String refspec) {
        if (!hasRemote(remote)) {
            return new PushOutcome(PushOutcome.Result.NO_REMOTE, remote, "there is no remote '" + remote + "'");
        }
        List<String> words = new ArrayList<>(List.of("push", "--quiet", "--no-verify", "--recurse-submodules=no"));
        words.addAll(options);
        words.addAll(List.of(remote, refspec));
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
