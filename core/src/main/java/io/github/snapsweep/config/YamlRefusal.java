package io.github.snapsweep.config;

import org.yaml.snakeyaml.error.Mark;

/** Stops the reading of a YAML file that is not worth going on with. */
final class YamlRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Mark mark;
    private final String what;

    YamlRefusal(Mark mark, String what) {
        super(what);
        this.mark = mark;
        this.what = what;
    }

    /** The place, after the file's name. */
    String where(String file) {
        return YamlTree.at(file, mark);
    }

    /** What is wrong there. */
    String what() {
        return what;
    }
}
