package io.github.snapsweep.maven;

import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;

/** The {@code -D}s as they were typed: Maven would put values in place of each {@code ${...}} in them. */
final class UserProperties {

    private UserProperties() {}

    static Map<String, String> of(MavenSession session) {
        Map<String, String> all = new TreeMap<>();
        session.getUserProperties()
                .stringPropertyNames()
                .forEach(name -> all.put(name, session.getUserProperties().getProperty(name)));
        if (!session.getSystemProperties().getProperty("maven.version", "3").startsWith("3.")) {
            TypedProperties.ofThisProcess().forEach(all::replace);
        }
        return all;
    }
}
