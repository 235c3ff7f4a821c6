package io.github.snapsweep.snapshot;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that somebody does in a work tree, as a line of a shell script. Where it cannot be done, because a file is
 * not there say, nothing happens. The script has functions for the file that an edit is about, which name it {@code $f}:
 * {@code fresh} makes room for it, {@code file} asks whether it is a file. {@code $common} is the common git directory.
 */
sealed interface Edit {

    String script();

    /** What a file holds: a text, blanks, and another text; large files are told in few words so. */
    record Content(String head, int blanks, String tail) {

        static Content of(String text) {
            return new Content(text, 0, "");
        }

        String printed() {
            String start = "printf " + Shell.format(head);
            return blanks == 0
                    ? start
                    : "{ " + start + "; printf '%" + blanks + "s' ''; printf " + Shell.format(tail) + "; }";
        }
    }

    /** A new file, in the place of whatever is there. */
    record Write(String path, Content content) implements Edit {
        @Override
        public String script() {
            return "fresh " + Shell.path(path) + "; " + content.printed() + " > \"$f\"";
        }
    }

    /** Other content in the same file. */
    record Overwrite(String path, Content content) implements Edit {
        @Override
        public String script() {
            return "file " + Shell.path(path) + " && " + content.printed() + " > \"$f\"";
        }
    }

    /** More content in the same file, whose time is put back. */
    record AppendUnseen(String path, Content content) implements Edit {
        @Override
        public String script() {
            return "file " + Shell.path(path) + " && { touch -r \"$f\" ../time; " + content.printed()
                    + " >> \"$f\"; touch -r ../time \"$f\"; }";
        }
    }

    record Delete(String path) implements Edit {
        @Override
        public String script() {
            return "rm -rf " + Shell.path(path);
        }
    }

    /** Into the target, when that is a folder. */
    record Move(String from, String to) implements Edit {
        @Override
        public String script() {
            return "mkdir -p " + Shell.folder(to) + "; mv -f " + Shell.path(from) + " " + Shell.path(to);
        }
    }

    record Link(String path, String target) implements Edit {
        @Override
        public String script() {
            return "fresh " + Shell.path(path) + "; ln -s " + Shell.word(target) + " \"$f\"";
        }
    }

    record Permit(String path, String mode) implements Edit {
        @Override
        public String script() {
            return "file " + Shell.path(path) + " && chmod " + mode + " \"$f\"";
        }
    }

    /** A file of rules: what is ignored, or attributes. The path may begin with the variable {@code $common}. */
    record Rules(String path, List<String> lines, String lineEnd, boolean ended) implements Edit {
        @Override
        public String script() {
            String text = lines.stream().collect(Collectors.joining(lineEnd, "", ended ? lineEnd : ""));
            return "fresh \"" + path + "\"; printf " + Shell.format(text) + " > \"$f\"";
        }
    }

    record Configure(String key, String value) implements Edit {
        @Override
        public String script() {
            return "git config " + key + " " + Shell.word(value);
        }
    }

    /** A git command on one file. */
    record OnFile(String command, String path) implements Edit {
        @Override
        public String script() {
            return command + " " + Shell.path(path);
        }
    }

    /** A merge in progress, of two commits that both wrote this file. */
    record Conflict(String path, Content ours, Content theirs) implements Edit {
        @Override
        public String script() {
            return String.join(
                    "; ",
                    Step.COMMIT.script(),
                    new Write(path, theirs).script(),
                    Step.COMMIT.script(),
                    "git reset -q --hard HEAD^",
                    new Write(path, ours).script(),
                    Step.COMMIT.script(),
                    "git merge -q ORIG_HEAD");
        }
    }

    /** What needs to be told nothing more. */
    enum Step implements Edit {
        STAGE("git add -A"),
        COMMIT("git add -A; git commit -q --allow-empty -m more"),
        /** All files look old, so that stat data alone tells what changed since; git compares them by the second. */
        SETTLE("past=$((${past-1700000000} + 1)); find . -name .git -prune -o -type f -exec touch -d @$past {} +"
                + "; git update-index -q --refresh"),
        PACK("git repack -adq; git pack-refs --all"),
        DETACH("git checkout -q --detach"),
        INDEX_2("git update-index --index-version 2"),
        INDEX_4("git update-index --index-version 4"),
        UNTRACKED_CACHE("git update-index --untracked-cache; git status"),
        MONITOR("git config core.fsmonitor /bin/false; git update-index --fsmonitor"),
        EXCLUDES_FILE("git config core.excludesFile \"$PWD/../excludes\""),
        ATTRIBUTES_FILE("git config core.attributesFile \"$PWD/../attributes\""),
        SPARSE_CONE("git sparse-checkout set --cone --no-sparse-index src"),
        SPARSE_PATTERNS("git sparse-checkout set --no-cone '/*' '!/src/' '!*.log'"),
        SUBMODULE("git init -q --template= library && git -C library commit -q --allow-empty -m one"
                + " && git add -f --sparse library"),
        SUBMODULE_MOVED("[ -e library/.git ] && git -C library commit -q --allow-empty -m two"),
        SUBMODULE_EMPTIED("[ -e library/.git ] && rm -rf library && mkdir library"),
        SUBMODULE_GONE("rm -rf library"),
        OUTPUTS("mkdir -p outputs/1 src/outputs; printf 1 > outputs/1/x; printf 2 > src/outputs/x; ln -s /x multirun");

        private final String script;

        Step(String script) {
            this.script = script;
        }

        @Override
        public String script() {
            return script;
        }
    }
}
