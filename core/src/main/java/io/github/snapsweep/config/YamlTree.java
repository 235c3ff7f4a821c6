package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns YAML's nodes into raw values that know their line and column. Aliases and merge keys are followed, as far as
 * they stay within bounds; tags of YAML's own are passed over, all others are refused.
 */
final class YamlTree {

    private static final Set<Tag> TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP, Tag.TIMESTAMP, Tag.MERGE);
    private static final int MOST_NODES = 100_000;
    private static final int DEEPEST = 20;
    private static final int LONGEST_KEY = 1000;

    private final String file;
    private final Faults faults;
    private int nodes;
    private int depth;

    YamlTree(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** {@code snapsweep.yaml:12:3}, lines and columns counted from 1. */
    static String at(String file, Mark mark) {
        return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    /**
     * The value of the file's top node.
     *
     * @throws YamlRefusal when it is too large once its aliases are followed, or has a tag that is not YAML's own
     */
    Raw raw(Node node) {
        return raw(node, new Origin(at(file, node.getStartMark())), "");
    }

    private Raw raw(Node node, Origin origin, String key) {
        admit(node);
        depth++;
        try {
            if (node instanceof MappingNode map) {
                return new Raw.Entries(entries(map), origin);
            }
            if (node instanceof SequenceNode sequence) {
                return new Raw.Items(items(sequence, key), origin);
            }
            return scalar((ScalarNode) node, origin);
        } finally {
            depth--;
        }
    }

    private void admit(Node node) {
        if (!TAGS.contains(node.getTag())) {
            throw new YamlRefusal(
                    node.getStartMark(),
                    "the tag " + node.getTag().getValue() + " is not accepted: values have no class");
        }
        if (++nodes > MOST_NODES || depth >= DEEPEST) {
            throw new YamlRefusal(node.getStartMark(), "this is nested too deep, or too large with its aliases");
        }
    }

    private static Raw scalar(ScalarNode node, Origin origin) {
        if (node.getTag().equals(Tag.NULL)) {
            return new Raw.Nothing(origin);
        }
        return new Raw.Text(node.getValue(), node.isPlain() ? Raw.Form.PLAIN : Raw.Form.QUOTED, origin);
    }

    private List<Raw> items(SequenceNode sequence, String key) {
        List<Raw> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(raw(item, located(item, key), key));
        }
        return items;
    }

    private Map<String, Raw> entries(MappingNode map) {
        Map<String, Raw> own = new LinkedHashMap<>();
        Map<String, Raw> merged = new LinkedHashMap<>();
        for (NodeTuple entry : map.getValue()) {
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(entry, merged);
            } else {
                add(entry, own);
            }
        }
        merged.forEach(own::putIfAbsent);
        return own;
    }

    private void add(NodeTuple entry, Map<String, Raw> own) {
        String key = key(entry.getKeyNode());
        Raw value = raw(entry.getValueNode(), located(entry.getKeyNode(), key), key);
        Raw earlier = own.putIfAbsent(key, value);
        if (earlier != null) {
            faults.add(SettingProblems.twice(
                    key, earlier.origin().text(), value.origin().text()));
        }
    }

    private void merge(NodeTuple entry, Map<String, Raw> into) {
        Node node = entry.getValueNode();
        Raw source = raw(node, located(node, "<<"), "<<");
        for (Raw map : source instanceof Raw.Items list ? list.items() : List.of(source)) {
            if (!(map instanceof Raw.Entries entries)) {
                throw new YamlRefusal(node.getStartMark(), "<< takes a map, or a list of maps");
            }
            entries.entries().forEach(into::putIfAbsent);
        }
    }

    private static String key(Node node) {
        if (node instanceof ScalarNode scalar && scalar.getValue().length() <= LONGEST_KEY) {
            return scalar.getValue();
        }
        throw new YamlRefusal(node.getStartMark(), "a key is a text of at most " + LONGEST_KEY + " letters");
    }

    private Origin located(Node node, String key) {
        return new Origin(at(file, node.getStartMark()) + " " + key);
    }
}
