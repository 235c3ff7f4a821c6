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
        TypedProperties.ofThisProcess().forEach(all::replace); // Maven from 3.10 on has put them in place by now
        return all;
    }
}
