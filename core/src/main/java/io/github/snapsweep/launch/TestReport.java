package io.github.snapsweep.launch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The tasks of a launch as a JUnit report: GitLab has no summary to be written, and shows these beside a job and in a merge
 * request.
 */
final class TestReport {

    private final LaunchStatus status;
    private final Map<Integer, LaunchSummary.Failure> failures;

    TestReport(LaunchStatus status, LaunchSummary summary) {
        this.status = status;
        this.failures = summary.failures().stream()
                .collect(Collectors.toMap(failure -> failure.task().task(), Function.identity()));
    }

    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument();
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", status.launch().launch());
            xml.writeAttribute("tests", String.valueOf(status.tasks().size()));
            xml.writeAttribute(
                    "failures", String.valueOf(status.count(TaskState.FAILED) + status.count(TaskState.TIMEOUT)));
            for (TaskStatus task : status.tasks()) {
                write(task, xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write(TaskStatus task, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", status.launch().launch());
        xml.writeAttribute("name", "task " + task.task());
        xml.writeAttribute("time", String.valueOf(task.elapsed().toSeconds()));
        switch (task.state()) {
            case COMPLETED -> {}
            case FAILED, TIMEOUT -> {
                LaunchSummary.Failure failure = failures.get(task.task());
                xml.writeStartElement("failure");
                xml.writeAttribute("message", failure == null ? task.detail() : failure.reason());
                xml.writeCharacters(failure == null ? "" : failure.lastLine());
                xml.writeEndElement();
            }
            default -> {
                xml.writeStartElement("skipped");
                xml.writeAttribute("message", task.state().text());
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }
}
