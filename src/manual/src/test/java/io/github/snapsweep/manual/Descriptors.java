package io.github.snapsweep.manual;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The descriptors of the two plugins, as this build made them. */
final class Descriptors {

    private static final List<String> PLUGINS = List.of("snapshot-maven-plugin", "slurm-maven-plugin");

    private Descriptors() {}

    /** All goals but help, the snapshots' first. */
    static List<GoalText> goals() {
        List<GoalText> goals = new ArrayList<>();
        for (String plugin : PLUGINS) {
            Element descriptor = descriptor(Project.ROOT.resolve(plugin + "/target/plugin-enhanced.xml"));
            String prefix = text(descriptor, "goalPrefix");
            children(descriptor, "mojo")
                    .map(mojo -> goal(prefix, mojo))
                    .filter(goal -> !goal.isHelp())
                    .sorted(Comparator.comparing(GoalText::name))
                    .forEach(goals::add);
        }
        return goals;
    }

    private static GoalText goal(String prefix, Element mojo) {
        List<FieldText> fields = children(mojo, "parameter")
                .filter(parameter -> text(parameter, "editable").equals("true"))
                .map(parameter -> FieldText.of(prefix, text(parameter, "name"), text(parameter, "description")))
                .sorted(Comparator.comparing(FieldText::name))
                .toList();
        return new GoalText(
                prefix,
                text(mojo, "goal"),
                FieldText.markdown(text(mojo, "description")),
                text(mojo, "implementation"),
                fields);
    }

    private static Element descriptor(Path file) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(file + ": the plugins are built before this module", e);
        }
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index));
    }

    /** The first element of the name: those of the goal itself come before those of its parameters. */
    private static String text(Element parent, String name) {
        return children(parent, name)
                .findFirst()
                .map(Element::getTextContent)
                .orElse("")
                .strip();
    }
}
