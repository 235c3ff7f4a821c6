package io.github.snapsweep.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Links from a page to files beside it: relative, so that they hold when the whole tree is moved or mounted elsewhere.
 *
 * @param page the file that they are in
 */
record ReportLinks(Path page) {

    String to(Path file) {
        Path from = page.toAbsolutePath().normalize().resolveSibling("");
        Path relative = from.relativize(file.toAbsolutePath().normalize());
        return StreamSupport.stream(relative.spliterator(), false)
                .map(part -> encoded(part.toString()))
                .collect(Collectors.joining("/"));
    }

    /** Blanks, {@code #} and {@code %} are no part of a link as they are; nor is a colon in front. */
    private static String encoded(String name) {
        try {
            String path = new URI(null, null, "/" + name, null).toASCIIString().substring(1);
            return path.replace(":", "%3A").replace("?", "%3F");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
