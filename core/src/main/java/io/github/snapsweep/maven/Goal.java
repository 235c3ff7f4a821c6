package io.github.snapsweep.maven;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.problem.FileFailures;
import io.github.snapsweep.problem.PlainText;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.SystemCommandRunner;
import io.github.snapsweep.progress.Output;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.progress.ShownProgress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A goal: skip, settings, one call into core, errors translated.
 *
 * <p>The fields of a goal carry its documentation and take what the POM says. They are read by name, together with all
 * other sources of settings, by {@link Configuration}; a goal's own code never looks at them.
 */
public abstract class Goal extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @Nullable
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    @Nullable
    MojoExecution mojoExecution;

    @Parameter(defaultValue = "${project}", readonly = true)
    @Nullable
    MavenProject project;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            if (isRepeatedInReactor()) {
                getLog().debug("runs once, at the root of the build");
                return;
            }
            Configuration configuration = Configuration.read(sources());
            if (isSkipped(configuration)) {
                getLog().info("skipped: " + prefix() + ".skip is set");
                return;
            }
            Optional<ResultFile> file = resultFile(configuration);
            file.ifPresent(ResultFile::requireWritable);
            Record result = run(configuration, file);
            file.ifPresent(found -> found.write(fullName(), result));
        } catch (Problem e) {
            String message = PlainText.lines(e.getMessage());
            if (e.fault() == Problem.Fault.USER) {
                throw new MojoFailureException(message);
            }
            throw new MojoExecutionException(message, e);
        }
    }

    private Record run(Configuration configuration, Optional<ResultFile> file) {
        try {
            return FileFailures.inWords(() -> run(configuration));
        } catch (Problem e) {
            file.ifPresent(found -> found.write(fullName(), e));
            throw e;
        }
    }

    /**
     * The goal itself. Each goal names the record that it gives as its own: the manual describes each field of that.
     *
     * @return what happened, for the result file
     */
    protected abstract Record run(Configuration configuration);

    /** Whether what the POM says to other goals of the plugin is this one's concern too. */
    protected boolean readsSettingsOfAllGoals() {
        return false;
    }

    /** What the command line says, as it was typed. */
    protected final Map<String, String> commandLine() {
        return UserProperties.of(session());
    }

    /** Sets properties for the plugins that run later in this build, in every module: the goal runs once for all. */
    protected final void tellBuild(Map<String, String> properties) {
        session().getProjects().forEach(module -> module.getProperties().putAll(properties));
    }

    /** The folder that Maven was run in: the root of a reactor. */
    protected final Path projectFolder() {
        return Path.of(session().getExecutionRootDirectory()).toAbsolutePath().normalize();
    }

    /** What the project is called: its artifactId, or without a POM the folder's name. */
    protected final String projectName() {
        return project == null || project.getFile() == null
                ? String.valueOf(projectFolder().getFileName())
                : project.getArtifactId();
    }

    /** The machine that this runs on. */
    protected final LaunchRequest.Surroundings surroundings() {
        Host host = Host.current();
        Progress progress = new ShownProgress(
                line -> getLog().info(PlainText.lines(line)),
                line -> getLog().warn(PlainText.lines(line)),
                screen().display());
        return new LaunchRequest.Surroundings(host, new SystemCommandRunner(), progress);
    }

    /** Where what was asked for goes, as it is. */
    protected final Output output() {
        return new StandardOutput(session());
    }

    /** The screen that it is looked at on, if it is. */
    protected final Screen screen() {
        return new Screen(session(), getLog().isInfoEnabled());
    }

    protected final MavenSession session() {
        return required(session);
    }

    private String prefix() {
        return required(mojoExecution).getMojoDescriptor().getPluginDescriptor().getGoalPrefix();
    }

    private String fullName() {
        return required(mojoExecution).getMojoDescriptor().getFullGoalName();
    }

    private Sources sources() {
        PomSettings pom = new PomSettings(this, required(mojoExecution), project);
        return new Sources(pom.read(), pom.places(), UserProperties.of(session()), projectFolder(), prefix());
    }

    /** A goal that is bound to a phase runs for each module, whatever its annotations say. */
    private boolean isRepeatedInReactor() {
        return required(mojoExecution).getSource() == MojoExecution.Source.LIFECYCLE
                && project != null
                && !project.isExecutionRoot();
    }

    private boolean isSkipped(Configuration configuration) {
        return prefix().equals("slurm")
                ? configuration.slurm().run().skip()
                : configuration.snapshot().run().skip();
    }

    private Optional<ResultFile> resultFile(Configuration configuration) {
        Optional<Path> file = prefix().equals("slurm")
                ? configuration.slurm().run().resultFile()
                : configuration.snapshot().run().resultFile();
        return file.map(path -> new ResultFile(prefix() + ".resultFile", path));
    }

    private static <T> T required(@Nullable T injected) {
        if (injected == null) {
            throw new IllegalStateException("Maven did not inject what every goal is given");
        }
        return injected;
    }
}
