package io.github.snapsweep.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages point to is there. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern MENU = Pattern.compile("href=\"([a-z-]+)\\.html\"");
    private static final Path SITE = Project.ROOT.resolve("src/site");

    /**
     * A link of a file.
     *
     * @param file the file that it is in
     * @param target where it leads
     */
    record Link(Path file, String target) {}

    static Stream<Path> pages() {
        return Project.pages().stream();
    }

    /** Links within the manual, and from the files at the root to other files. */
    static Stream<Link> links() {
        Stream<Path> texts =
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Project.ROOT::resolve);
        return Stream.concat(pages(), texts)
                .flatMap(
                        file -> LINK.matcher(Project.read(file)).results().map(found -> new Link(file, found.group(1))))
                .filter(link -> !link.target().matches("https?:.*"));
    }

    @ParameterizedTest
    @MethodSource("links")
    void aLinkLeadsSomewhere(Link link) {
        String[] parts = link.target().split("#", 2);
        Path target = parts[0].isEmpty() ? link.file() : target(link.file(), parts[0]);

        assertThat(target).as(link.toString()).exists();
        if (parts.length == 2) {
            assertThat(anchors(target)).as(link.toString()).contains(parts[1]);
        }
    }

    /** Where the site has its pages and resources in one folder, the sources have two. */
    private static Path target(Path file, String written) {
        return file.startsWith(SITE) && !written.endsWith(".html")
                ? SITE.resolve("resources").resolve(written)
                : file.resolveSibling(written.replaceFirst("\\.html$", ".md"));
    }

    @Test
    void theMenuHasEveryPageAndNoOther() {
        List<String> menu = MENU.matcher(Project.read(Project.ROOT.resolve("src/site/site.xml")))
                .results()
                .map(found -> found.group(1) + ".md")
                .toList();

        assertThat(menu)
                .containsExactlyInAnyOrderElementsOf(
                        pages().map(page -> page.getFileName().toString()).toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageBeginsWithItsTitle(Path page) {
        assertThat(Project.read(page).lines().filter(line -> !line.isBlank() && !line.startsWith("<!--")))
                .first()
                .asString()
                .startsWith("# ");
    }

    /** The names that a heading can be linked by. */
    private static List<String> anchors(Path page) {
        return HEADING.matcher(Project.read(page))
                .results()
                .map(found -> found.group(1).replace("`", "").replace(' ', '_'))
                .toList();
    }
}
