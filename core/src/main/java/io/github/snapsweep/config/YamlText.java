package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads the text of a YAML file up to its nodes. Nothing constructs objects from them, so that no tag can name a class
 * to load.
 */
final class YamlText {

    /** What a settings file may have, in bytes. */
    static final int LARGEST = 1 << 18;

    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 50;

    private final String file;
    private final Faults faults;

    /**
     * @param file the file's name, for messages
     * @param faults hears of what is not YAML
     */
    YamlText(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The map that the text is; none when it is empty, or when it is none, which is a fault. */
    Optional<Raw.Entries> read(String text) {
        try {
            LoaderOptions limits = limits();
            Composer composer = new Composer(new ParserImpl(new StreamReader(text), limits), new Resolver(), limits);
            return Optional.ofNullable(composer.getSingleNode()).flatMap(this::top);
        } catch (YamlRefusal e) {
            faults.add(SettingProblems.yaml(e.where(file), e.what()));
        } catch (MarkedYAMLException e) {
            faults.add(SettingProblems.yaml(at(e.getProblemMark()), said(e)));
        } catch (YAMLException e) {
            faults.add(SettingProblems.yaml(file, "is not accepted: " + e.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<Raw.Entries> top(Node node) {
        Raw raw = new YamlTree(file, faults).raw(node);
        if (!(raw instanceof Raw.Entries) && !(raw instanceof Raw.Nothing)) {
            faults.add(SettingProblems.yaml(at(node.getStartMark()), "a map of settings is wanted here"));
        }
        return Optional.of(raw).filter(Raw.Entries.class::isInstance).map(Raw.Entries.class::cast);
    }

    private String at(Mark mark) {
        return mark == null ? file : YamlTree.at(file, mark);
    }

    private static String said(MarkedYAMLException e) {
        String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
        return "this cannot be read as YAML: " + e.getProblem() + context;
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LARGEST);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setAllowDuplicateKeys(false);
        limits.setAllowRecursiveKeys(false);
        return limits;
    }
}
