package io.github.snapsweep.launch;

import io.github.snapsweep.file.ReplacedFile;
import io.github.snapsweep.file.SharedFolders;
import io.github.snapsweep.json.Json;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.slurm.TaskIndices;
import io.github.snapsweep.snapshot.FileTrees;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a launch, on disk: {@code .slurm/<launch>/} in the user's tree. The tasks' own folders are beside it,
 * {@code multirun/<launch>/<task>/}.
 *
 * @param project the project's folder in the user's tree
 * @param id the launch's name
 */
public record LaunchFolder(Path project, String id) {

    /** So many tasks share a folder of marks. */
    static final int SHARD = 1000;

    /** The most output folders beside each other. */
    private static final int MOST_OUTPUTS = 10_000;

    /** A file's name may have 255 bytes: there is to be room for what is put behind. */
    private static final int LONGEST_NAME = 150;

    /** For files that hold what others should not read. */
    static final FileAttribute<?> OWNERS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Arguments and lines of bash may hold what only the user's own group is to see; the umask may take more away. */
    private static final FileAttribute<?> NOT_FOR_OTHERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwx---"));

    private static final String RECORDS = ".slurm";
    private static final String IGNORE = ".gitignore";
    private static final String KEPT_LOG = ".build.log";
    private static final String OUTPUTS = "multirun";
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final Pattern SUFFIX = Pattern.compile(".*?-(?<second>\\d{8}-\\d{6})(-(?<tie>\\d{1,9}))?");

    /** A new one: {@code <name>-YYYYMMDD-HHMMSS}, then {@code -2} ... on a tie. */
    static LaunchFolder create(Path project, String name, Instant when) throws IOException {
        Path records = project.resolve(RECORDS);
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String stem = clean.substring(0, Math.min(LONGEST_NAME, clean.length())) + "-" + SECOND.format(when);
        int tie = 1;
        while (true) {
            LaunchFolder folder = new LaunchFolder(project, tie == 1 ? stem : stem + "-" + tie);
            if (SharedFolders.BY_UMASK.in(records, () -> isCreated(folder.path()))) {
                return folder;
            }
            tie++; // another launch of this second
        }
    }

    private static boolean isCreated(Path folder) throws IOException {
        hide(folder.resolveSibling(""));
        try {
            Files.createDirectory(folder, NOT_FOR_OTHERS);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Records are nothing to commit: the folder ignores itself. */
    private static void hide(Path records) throws IOException {
        Path ignore = records.resolve(IGNORE);
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
    }

    /**
     * As {@link #find(Path, String)}.
     *
     * @throws io.github.snapsweep.problem.Problem also when the records cannot be read
     */
    public static LaunchFolder require(Path project, String name) {
        try {
            return find(project, name);
        } catch (IOException e) {
            throw LaunchProblems.unreadableRecord(project, e);
        }
    }

    /** All launches of a project, newest first. What is linked there is none: nothing elsewhere is written or deleted. */
    public static List<LaunchFolder> all(Path project) throws IOException {
        return children(project.resolve(RECORDS)).stream()
                .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                .filter(folder -> Files.exists(folder.resolve("launch.json")))
                .map(folder -> new LaunchFolder(project, folder.getFileName().toString()))
                .sorted(Comparator.comparing(LaunchFolder::createdBySuffix).reversed())
                .toList();
    }

    /** The folders of launches that have no record: they are being made, or were left half made or half removed. */
    static List<LaunchFolder> unwritten(Path project) throws IOException {
        return children(project.resolve(RECORDS)).stream()
                .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                .map(folder -> new LaunchFolder(project, folder.getFileName().toString()))
                .filter(folder -> SUFFIX.matcher(folder.id()).matches() && !folder.isWritten())
                .sorted(Comparator.comparing(LaunchFolder::id))
                .toList();
    }

    /** Launches that did not come about because their build failed, newest first: its log alone is there. */
    static List<LaunchFolder> unbuilt(Path project) throws IOException {
        return children(project.resolve(RECORDS)).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(KEPT_LOG))
                .map(name -> new LaunchFolder(project, name.substring(0, name.length() - KEPT_LOG.length())))
                .filter(folder -> SUFFIX.matcher(folder.id()).matches() && !Files.exists(folder.path()))
                .sorted(Comparator.comparing(LaunchFolder::createdBySuffix).reversed())
                .toList();
    }

    /**
     * The launch of a name, of the only name that begins so, or the newest ({@code latest}).
     *
     * @throws io.github.snapsweep.problem.Problem when there is none, or more than one
     */
    public static LaunchFolder find(Path project, String name) throws IOException {
        List<LaunchFolder> all = all(project);
        List<LaunchFolder> found =
                all.stream().filter(folder -> folder.id().equals(name)).toList();
        if (found.isEmpty()) {
            found = name.equals("latest")
                    ? all.subList(0, Math.min(1, all.size()))
                    : all.stream()
                            .filter(folder -> folder.id().startsWith(name))
                            .toList();
        }
        Path link = project.resolve(RECORDS).resolve(name);
        if (found.isEmpty() && Files.isSymbolicLink(link)) {
            throw LaunchProblems.linkedLaunch(link);
        }
        Optional<Path> above = all.isEmpty() ? LaunchesAbove.of(project) : Optional.empty();
        if (above.isPresent()) {
            throw LaunchProblems.launchesAbove(project, above.get());
        }
        if (found.size() != 1) {
            List<String> known = (found.isEmpty() ? all : found)
                    .stream().map(LaunchFolder::id).limit(5).toList();
            throw LaunchProblems.unknownLaunch(name, project, known);
        }
        return found.get(0);
    }

    /** The shards that tasks are in: no folder holds more than so many files. */
    static SortedSet<Integer> shards(TaskIndices tasks) {
        return tasks.values().stream().map(task -> task / SHARD).collect(Collectors.toCollection(TreeSet::new));
    }

    public Path path() {
        return project.resolve(RECORDS).resolve(id);
    }

    /** The record itself. */
    public Path recordFile() {
        return path().resolve("launch.json");
    }

    /** Whether the launch was written down: from then on its tasks may have been handed over. */
    boolean isWritten() {
        return Files.exists(recordFile());
    }

    /** The tasks as a JUnit report, in a pipeline that shows those. */
    Path testReport() {
        return path().resolve("junit.xml");
    }

    public Path script() {
        return path().resolve("job.sh");
    }

    /** The script of an attempt: that of the launch, where the attempt needed none of its own. */
    Path script(int attempt) {
        Path own = ownScript(attempt);
        return Files.exists(own) ? own : script();
    }

    Path ownScript(int attempt) {
        return path().resolve("job." + attempt + ".sh");
    }

    /** The script of the build, where there is one. */
    Path buildScript() {
        return path().resolve("build.sh");
    }

    /** What the build printed. */
    Path buildLog() {
        return path().resolve("build.log");
    }

    /** What the build's script wrote about itself. */
    Path buildMark() {
        return path().resolve("build.json");
    }

    /** Where the log of a build is kept when the launch does not come about. */
    Path keptBuildLog() {
        return project.resolve(RECORDS).resolve(id + KEPT_LOG);
    }

    /** One line a task, read by the script. */
    Path points() {
        return path().resolve("points.bash");
    }

    /** One line a task, for people and programs. */
    Path tasks() {
        return path().resolve("tasks.jsonl");
    }

    public Path logs() {
        return path().resolve("logs");
    }

    Path classpath() {
        return path().resolve("classpath");
    }

    /** What {@code java} is told of them, where a class is run: it names all entries. */
    Path javaArguments() {
        return path().resolve("java.args");
    }

    /** What single tasks were run in again. */
    Path reruns() {
        return path().resolve("reruns");
    }

    /** Class path entries that several launches share, by their content. */
    Path sharedClasspath() {
        return project.resolve(RECORDS).resolve("classpath");
    }

    /** Removes the folder of records, if it holds nothing of any launch, not even of one that begins just now. */
    static void removeRecordsIfEmpty(Path project) throws IOException {
        Path records = project.resolve(RECORDS);
        if (children(records).equals(Set.of(records.resolve(IGNORE)))) {
            Files.deleteIfExists(records.resolve(IGNORE));
            try {
                Files.deleteIfExists(records);
            } catch (DirectoryNotEmptyException e) {
                hide(records);
            }
        }
    }

    private static Set<Path> children(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.collect(Collectors.toSet());
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Set.of(); // no launch was ever made, or the last traces of one go just now
        }
    }

    /**
     * Makes sure that tasks can write what they find out.
     *
     * @throws IOException when they cannot
     */
    static void requireOutputs(Path project) throws IOException {
        FileTrees.requireWritable(project.resolve(OUTPUTS));
    }

    /** Where the tasks leave their marks: one folder for each thousand. */
    Path marks() {
        return path().resolve("tasks");
    }

    /** The folder that a task's marks are in. */
    Path marks(int task) {
        return marks().resolve(String.valueOf(task / SHARD));
    }

    /** The mark of a task, of its start or its end. */
    Path mark(int task, Part part, String kind) {
        return marks(task).resolve(task + "." + part.number() + kind);
    }

    /** Once it is there, no task of the part begins any more: see the script. */
    Path fence(Part part) {
        return parts().resolve(part.number() + ".given-up");
    }

    /** What a part's script needs to know beside its arguments. */
    Path parts() {
        return path().resolve("parts");
    }

    /** The logs of a part: those of at most a thousand jobs. */
    public Path logs(Part part) {
        return logs().resolve(String.valueOf(part.number()));
    }

    /** Whether the output folders are in one folder for each thousand, so that none has tens of thousands. */
    static boolean hasShardedOutputs(int tasks) {
        return tasks > MOST_OUTPUTS;
    }

    /** The output folder of a task, of a launch of so many. */
    public Path output(int task, int tasks) {
        Path folder = hasShardedOutputs(tasks) ? outputs().resolve(String.valueOf(task / SHARD)) : outputs();
        return folder.resolve(String.valueOf(task));
    }

    /** The output folders of the tasks. */
    public Path outputs() {
        return project.resolve(OUTPUTS).resolve(id);
    }

    /**
     * The record of the launch.
     *
     * @throws io.github.snapsweep.problem.Problem when it cannot be read
     */
    public LaunchRecord read() {
        try {
            String text = ReplacedFile.read(recordFile());
            Form form = Json.read(text, Form.class);
            if (form.schema != LaunchRecord.SCHEMA) {
                throw LaunchProblems.otherSchema(recordFile(), form.schema > LaunchRecord.SCHEMA, form.version);
            }
            LaunchRecord record = Json.read(text, LaunchRecord.class);
            if (!record.launch().equals(id) || record.attempts().isEmpty()) {
                throw new IOException("it is not the record of launch " + id);
            }
            return record;
        } catch (IOException e) {
            throw LaunchProblems.unreadableRecord(recordFile(), e);
        }
    }

    /** What every record has, of any schema. */
    private record Form(int schema, @Nullable String version) {}

    /** Whether it can be read. */
    boolean isReadable() {
        try {
            read();
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    void write(LaunchRecord launch) throws IOException {
        Json.write(recordFile(), launch);
    }

    /** Names of one project may differ in front; the time is behind, and a number where several were made in one second. */
    private String createdBySuffix() {
        Matcher suffix = SUFFIX.matcher(id);
        return suffix.matches()
                ? suffix.group("second")
                        + String.format(
                                Locale.ROOT,
                                "-%09d",
                                Integer.valueOf(suffix.group("tie") == null ? "1" : suffix.group("tie")))
                : id;
    }
}
