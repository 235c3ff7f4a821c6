package io.github.snapsweep.snapshot;

import io.github.snapsweep.file.ReplacedFile;
import io.github.snapsweep.git.Durability;
import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.git.SharedPermissions;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * A git repository with a work tree: the main one, or a linked worktree of it. In a linked worktree HEAD and index are
 * its own, while objects and refs are the common directory's, see git-worktree(1).
 */
public final class GitRepository implements AutoCloseable {

    private static final String SYMBOLIC = "ref:";
    private static final Set<String> KNOWN_EXTENSIONS = Set.of(
            "objectformat",
            "worktreeconfig",
            "partialclone",
            "preciousobjects",
            "relativeworktrees",
            "noop",
            "noop-v1");

    private final Repository repository;
    private Progress progress = Progress.NONE;

    private GitRepository(Repository repository) {
        this.repository = repository;
    }

    /**
     * Finds the repository that a folder lies in, as git does: from there upwards.
     *
     * @throws Problem when there is none, or one of a kind that cannot be captured exactly
     */
    public static GitRepository containing(Path folder) {
        return find(folder, new FileRepositoryBuilder().readEnvironment(SystemReader.getInstance()));
    }

    /** Says who wants to know how far it is what takes a while in this repository. */
    public GitRepository telling(Progress told) {
        progress = told;
        return this;
    }

    Progress progress() {
        return progress;
    }

    /**
     * As {@link #containing}, whatever GIT_DIR and its like say: for a submodule or a worktree, whose place is known.
     *
     * @throws Problem as {@link #containing} does
     */
    static GitRepository at(Path folder) {
        return find(folder, new FileRepositoryBuilder());
    }

    private static GitRepository find(Path folder, FileRepositoryBuilder builder) {
        Path start = folder.toAbsolutePath().normalize();
        JGitConfiguration.install(start);
        boolean told = builder.getGitDir() != null;
        ceilings().forEach(builder::addCeilingDirectory);
        builder.findGitDir(start.toFile());
        if (builder.getGitDir() == null) {
            throw SnapshotProblems.notARepository(start);
        }
        return open(builder, start, told);
    }

    /** JGit compares them as they are written; git resolves them first: see GIT_CEILING_DIRECTORIES in git(1). */
    private static List<File> ceilings() {
        String all = SystemReader.getInstance().getenv(Constants.GIT_CEILING_DIRECTORIES_KEY);
        return all == null
                ? List.of()
                : Stream.of(all.split(File.pathSeparator))
                        .filter(ceiling -> !ceiling.isEmpty())
                        .map(ceiling -> resolved(Path.of(ceiling)).toFile())
                        .toList();
    }

    private static Path resolved(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.normalize(); // there is no such folder: it stops nobody
        }
    }

    private static GitRepository open(FileRepositoryBuilder builder, Path folder, boolean told) {
        try {
            if (!told) {
                findWorkTree(builder, folder);
            }
            GitRepository found = new GitRepository(builder.setMustExist(true).build());
            found.readWorktreeConfiguration();
            GitConfiguration.complete(found.repository.getConfig(), folder, told);
            found.findUserAttributes();
            found.requireSupported(folder);
            return found;
        } catch (RepositoryNotFoundException e) {
            throw SnapshotProblems.notARepository(folder);
        } catch (IOException | ConfigInvalidException | IllegalArgumentException e) {
            throw SnapshotProblems.unreadableRepository(folder, e);
        }
    }

    /** A {@code .git} file may lead to a git directory anywhere: the work tree is where that file is. */
    private static void findWorkTree(FileRepositoryBuilder builder, Path start)
            throws IOException, ConfigInvalidException {
        if (builder.getWorkTree() != null) {
            return;
        }
        Path folder = start;
        while (folder != null && !Files.exists(folder.resolve(Constants.DOT_GIT))) {
            folder = folder.getParent();
        }
        if (folder != null
                && Files.isRegularFile(folder.resolve(Constants.DOT_GIT))
                && read(builder.getGitDir().toPath().resolve(Constants.CONFIG)).getString("core", null, "worktree")
                        == null) {
            builder.setWorkTree(folder.toFile());
        }
    }

    /** The branches that a HEAD of the repository is at, with its git directory's place. */
    Map<String, Path> checkedOut() throws IOException {
        Map<String, Path> branches = new LinkedHashMap<>();
        addHead(commonDirectory(), branches);
        Path linked = commonDirectory().resolve("worktrees");
        try (DirectoryStream<Path> administrations = Files.newDirectoryStream(linked)) {
            for (Path administration : administrations) {
                addHead(administration, branches);
            }
        } catch (NoSuchFileException e) {
            return branches; // there is none, or git has removed the last
        }
        return branches;
    }

    private static void addHead(Path administration, Map<String, Path> branches) throws IOException {
        String head = textIfThere(administration.resolve(Constants.HEAD));
        if (head.startsWith(SYMBOLIC)) {
            String pointer = textIfThere(administration.resolve("gitdir"));
            Path gitFile = pointer.isEmpty() ? administration : Path.of(pointer);
            branches.put(
                    head.substring(SYMBOLIC.length()).strip(),
                    gitFile.resolveSibling("").normalize());
        }
    }

    /** The text of a file that is not there, or may be removed just now, or is another user's alone; empty then, as to git. */
    private static String textIfThere(Path file) throws IOException {
        try {
            return ReplacedFile.read(file).strip();
        } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException e) {
            return "";
        }
    }

    /** What JGit leaves unread: see extensions.worktreeConfig in git-config(1). In memory only, never saved. */
    private void readWorktreeConfiguration() throws IOException, ConfigInvalidException {
        Config config = repository.getConfig();
        if (!config.getBoolean("extensions", "worktreeConfig", false)) {
            return;
        }
        Config own = read(gitDirectory().resolve("config.worktree"));
        for (String section : own.getSections()) {
            copy(own, config, section, null);
            own.getSubsections(section).forEach(subsection -> copy(own, config, section, subsection));
        }
    }

    /** Where git looks for the user's own attributes when no setting says, and JGit does not: gitattributes(5). */
    private void findUserAttributes() {
        Config config = repository.getConfig();
        Path user = SystemReader.getInstance().getXdgConfigDirectory(repository.getFS());
        if (user != null && config.getString("core", null, "attributesFile") == null) {
            Path attributes = user.resolve("git").resolve("attributes");
            if (Files.isReadable(attributes)) {
                config.setString("core", null, "attributesFile", attributes.toString());
            }
        }
    }

    private static void copy(Config from, Config to, String section, @Nullable String subsection) {
        for (String name : from.getNames(section, subsection)) {
            to.setStringList(section, subsection, name, List.of(from.getStringList(section, subsection, name)));
        }
    }

    private static Config read(Path file) throws IOException, ConfigInvalidException {
        FileBasedConfig config = new FileBasedConfig(file.toFile(), FS.DETECTED);
        config.load();
        return config;
    }

    private void requireSupported(Path folder) {
        if (repository.isBare()) {
            repository.close();
            throw SnapshotProblems.bareRepository(folder);
        }
        Config config = repository.getConfig();
        String format = config.getString("extensions", null, "objectformat");
        if (format != null && !format.equalsIgnoreCase("sha1")) {
            repository.close();
            throw SnapshotProblems.objectFormat(workTree(), format);
        }
        if (config.getInt("core", "repositoryformatversion", 0) > 0) {
            requireKnownExtensions(config);
        }
    }

    /** See extensions.* in git-config(1): a program that does not know one must keep its hands off. */
    private void requireKnownExtensions(Config config) {
        for (String name : config.getNames("extensions")) {
            String value = config.getString("extensions", null, name);
            boolean known = KNOWN_EXTENSIONS.contains(name.toLowerCase(Locale.ROOT))
                    || (name.equalsIgnoreCase("refstorage") && "files".equals(value));
            if (!known) {
                repository.close();
                throw SnapshotProblems.extension(workTree(), name, String.valueOf(value));
            }
        }
    }

    /** The same repository, with its files in another folder. */
    GitRepository withWorkTree(Path folder) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder()
                .setGitDir(gitDirectory().toFile())
                .setGitCommonDir(commonDirectory().toFile())
                .setWorkTree(folder.toFile())
                .setIndexFile(repository.getIndexFile());
        return open(builder, folder, true);
    }

    /** The same repository with objects of another folder too, where also goes what is written. */
    GitRepository with(Path objects) {
        return elsewhere(workTree(), repository.getIndexFile().toPath(), objects);
    }

    /** The same repository, but with its files, its index and what is written each in a place of its own. */
    GitRepository elsewhere(Path files, Path index, Path objects) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder()
                .setGitDir(gitDirectory().toFile())
                .setGitCommonDir(commonDirectory().toFile())
                .setWorkTree(files.toFile())
                .setIndexFile(index.toFile())
                .setObjectDirectory(objects.toFile())
                .addAlternateObjectDirectory(objects().toFile());
        return open(builder, workTree(), true);
    }

    /** The root of the work tree. */
    public Path workTree() {
        return repository.getWorkTree().toPath().toAbsolutePath().normalize();
    }

    /** The git directory: the linked worktree's own one, in a linked worktree. */
    public Path gitDirectory() {
        return repository.getDirectory().toPath().toAbsolutePath().normalize();
    }

    /** The directory with the objects and refs, shared by all worktrees. */
    public Path commonDirectory() {
        return repository.getCommonDirectory().toPath().toAbsolutePath().normalize();
    }

    /** What HEAD points to, or null when there is no commit yet. */
    @Nullable
    ObjectId head() {
        try {
            Ref head = repository.exactRef(Constants.HEAD);
            return head == null ? null : head.getObjectId();
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(workTree(), e);
        }
    }

    /** Where its objects are. */
    Path objects() {
        return repository.getObjectDatabase() instanceof ObjectDirectory database
                ? database.getDirectory().toPath()
                : commonDirectory().resolve("objects");
    }

    /** Who may use what is made in it. */
    SharedPermissions permissions() {
        return SharedPermissions.of(repository.getConfig().getString("core", null, "sharedRepository"));
    }

    /** What is on the disk before anything leads to it. */
    Durability durability() {
        return Durability.of(repository.getConfig().getString("core", null, "fsync"));
    }

    /** A pack for new objects, which are not part of the repository until it is published. */
    ObjectPack newPack(Host host) {
        return UnfinishedWork.startPack(this, host);
    }

    /** The names of its remotes. */
    public Set<String> remotes() {
        return repository.getRemoteNames();
    }

    /** The branch that is checked out, {@code HEAD} when none is. */
    String branch() {
        try {
            Ref head = repository.exactRef(Constants.HEAD);
            if (head == null || !head.isSymbolic()) {
                return Constants.HEAD;
            }
            return Repository.shortenRefName(head.getTarget().getName());
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(workTree(), e);
        }
    }

    /** A path below the work tree as git writes it: relative, with slashes; empty for the root itself. */
    public String relative(Path path) {
        return workTree()
                .relativize(path.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    /** JGit's view of it. */
    Repository jgit() {
        return repository;
    }

    @Override
    public void close() {
        repository.close();
    }
}
