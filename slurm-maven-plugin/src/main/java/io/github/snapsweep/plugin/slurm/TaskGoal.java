package io.github.snapsweep.plugin.slurm;

import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** What each task runs, where, and with which parameters. */
abstract class TaskGoal extends JobGoal {

    /**
     * The sweep: parameters and their values, in Hydra's language. Overrides are separated by blanks, semicolons or
     * lines. Elements of different names are one sweep, by parameter; several elements of one name are several sweeps,
     * whose points come one sweep after the other. What {@code snapsweep.yaml}, {@code sweepFile} and {@code -Dsweep}
     * say holds over it, parameter by parameter. Default: none, which is one task without parameters.
     *
     * <p>In a POM: {@code <sweep>lr=0.1,0.01 seed=range(0,10)</sweep>}
     * <br>On the command line: {@code -Dsweep="lr=0.1,0.01 seed=range(0,10)"}
     */
    @Parameter
    @Nullable
    PlexusConfiguration sweep;

    /**
     * A file with more of the sweep, in UTF-8: what it says holds over the POM's and {@code snapsweep.yaml}'s sweep, and
     * {@code -Dsweep} over it. Lines that begin with # do not count. Default: none.
     *
     * <p>In a POM: {@code <sweepFile>sweeps/wide.txt</sweepFile>}
     * <br>On the command line: {@code -Dslurm.sweepFile=sweeps/wide.txt}
     */
    @Parameter(property = "slurm.sweepFile")
    @Nullable
    String sweepFile;

    /**
     * The points that are left out: those in which each parameter of a rule has one of the values that the rule has for
     * it. Several elements of one name are several rules. Default: none.
     *
     * <p>In a POM: {@code <sweepExclude>lr=0.1 seed=range(5,10)</sweepExclude>}
     * <br>On the command line: {@code -Dslurm.sweepExclude="lr=0.1 seed=range(5,10)"}
     */
    @Parameter
    @Nullable
    PlexusConfiguration sweepExclude;

    /**
     * The numbers of the tasks that are run, as {@code dryRun} shows them; they keep their numbers. Default: all.
     *
     * <p>In a POM: {@code <only>0,3,7-9</only>}
     * <br>On the command line: {@code -Dslurm.only=0,3,7-9}
     */
    @Parameter(property = "slurm.only")
    @Nullable
    String only;

    /**
     * A class of this project that each task runs, on the project's class path as it is at submit. A class of a Java module is
     * named with it: {@code org.example.app/org.example.Main}; what the module needs is on the module path then.
     *
     * <p>In a POM: {@code <mainClass>org.example.Main</mainClass>}
     * <br>On the command line: {@code -Dslurm.mainClass=org.example.Main}
     */
    @Parameter(property = "slurm.mainClass")
    @Nullable
    String mainClass;

    /**
     * Arguments for {@code mainClass}, before the point's own. {@code {lr}} stands for a parameter's value. Default:
     * none.
     *
     * <p>In a POM: {@code <arguments><argument>--verbose</argument></arguments>}
     * <br>On the command line: {@code -Dslurm.arguments=--verbose,--fast}
     */
    @Parameter(property = "slurm.arguments")
    @Nullable
    List<String> arguments;

    /**
     * Options of the Java machine that runs {@code mainClass}. An agent ({@code -javaagent:}, {@code -agentpath:}) is copied with
     * the class path. Default: none.
     *
     * <p>In a POM: {@code <jvmArgs><jvmArg>-Xmx4g</jvmArg></jvmArgs>}
     * <br>On the command line: {@code -Dslurm.jvmArgs=-Xmx4g}
     */
    @Parameter(property = "slurm.jvmArgs")
    @Nullable
    List<String> jvmArgs;

    /**
     * The Java home that runs {@code mainClass}. Default: the one that Maven runs on.
     *
     * <p>In a POM: {@code <java>/opt/jdk-21</java>}
     * <br>On the command line: {@code -Dslurm.java=/opt/jdk-21}
     */
    @Parameter(property = "slurm.java")
    @Nullable
    String java;

    /**
     * System properties of the Java machine that runs {@code mainClass}. Default: none.
     *
     * <p>In a POM: {@code <systemPropertyVariables><solver.threads>4</solver.threads></systemPropertyVariables>}
     * <br>On the command line: {@code -Dslurm.systemPropertyVariables.solver.threads=4}
     */
    @Parameter
    @Nullable
    Map<String, String> systemPropertyVariables;

    /**
     * What is on the class path of {@code mainClass}: {@code runtime}, or {@code test} for the test classes and what they need
     * too. Default: {@code runtime}.
     *
     * <p>In a POM: {@code <classpathScope>test</classpathScope>}
     * <br>On the command line: {@code -Dslurm.classpathScope=test}
     */
    @Parameter(property = "slurm.classpathScope")
    @Nullable
    String classpathScope;

    /**
     * The module of a multi-module build that {@code mainClass} is in, by its artifactId or its folder. Default: the only one
     * that has the class.
     *
     * <p>In a POM: {@code <module>simulation-app</module>}
     * <br>On the command line: {@code -Dslurm.module=simulation-app}
     */
    @Parameter(property = "slurm.module")
    @Nullable
    String module;

    /**
     * Lines of bash that run once in the worktree, in the folder that the tasks run in, before the first task; the lines of
     * {@code setup} and the variables of {@code env} are there. When one fails, no task is sent, and the log is kept. A
     * {@code mainClass} is taken from what they build. Default: none.
     *
     * <p>In a POM: {@code <build><line>mvn -q package</line></build>}
     * <br>On the command line: {@code -Dslurm.build="mvn -q package"}
     */
    @Parameter(property = "slurm.build")
    @Nullable
    List<String> build;

    /**
     * Where {@code build} runs: {@code here}, before anything is sent, or {@code slurm}, as a job that the tasks wait for.
     * Default: {@code here}.
     *
     * <p>In a POM: {@code <buildOn>slurm</buildOn>}
     * <br>On the command line: {@code -Dslurm.buildOn=slurm}
     */
    @Parameter(property = "slurm.buildOn")
    @Nullable
    String buildOn;

    /**
     * Options of sbatch for the job that builds, over those of the tasks. Default: none.
     *
     * <p>In a POM: {@code <buildParameters><partition>short</partition></buildParameters>}
     * <br>On the command line: {@code -Dslurm.buildParameters.partition=short}
     */
    @Parameter
    @Nullable
    Map<String, String> buildParameters;

    /**
     * Files and folders that git ignores and that the worktree gets from your tree all the same, relative to the project: what
     * was built, data. Their digests are recorded. Default: none.
     *
     * <p>In a POM: {@code <carry><path>target/native</path></carry>}
     * <br>On the command line: {@code -Dslurm.carry=target/native,data/model.bin}
     */
    @Parameter(property = "slurm.carry")
    @Nullable
    List<String> carry;

    /**
     * What of the worktree the tasks share: {@code none} isolates nothing, {@code task} gives each a private copy on its node's
     * disk ({@code $SLURM_TMPDIR}, else {@code $TMPDIR}, else {@code /tmp}), which goes when the task ends. Default:
     * {@code none}.
     *
     * <p>In a POM: {@code <isolation>task</isolation>}
     * <br>On the command line: {@code -Dslurm.isolation=task}
     */
    @Parameter(property = "slurm.isolation")
    @Nullable
    String isolation;

    /**
     * Any program that each task runs: words, quotes minded; no shell sees them. {@code {lr}} stands for a
     * parameter's value; without such a placeholder the point is added as {@code key=value} arguments.
     *
     * <p>In a POM: {@code <command>python train.py</command>}
     * <br>On the command line: {@code -Dslurm.command=python train.py}
     */
    @Parameter(property = "slurm.command")
    @Nullable
    String command;

    /**
     * Lines for bash that each task runs as written. Parameters are in the environment, {@code SNAPSWEEP_PARAM_LR},
     * and in its arguments.
     *
     * <p>In a POM: {@code <script>./train.sh --lr "$SNAPSWEEP_PARAM_LR"</script>}
     * <br>On the command line: {@code -Dslurm.script=./train.sh}
     */
    @Parameter(property = "slurm.script")
    @Nullable
    String script;

    /**
     * More variables for the tasks. Default: none.
     *
     * <p>In a POM: {@code <env><OMP_NUM_THREADS>4</OMP_NUM_THREADS></env>}
     * <br>On the command line: {@code -Dslurm.env.OMP_NUM_THREADS=4}
     */
    @Parameter
    @Nullable
    Map<String, String> env;

    /**
     * Lines of bash before each task. When one fails, the task does not run. Default: none.
     *
     * <p>In a POM: {@code <setup><line>module load java/17</line></setup>}
     * <br>On the command line: {@code -Dslurm.setup="module load java/17"}
     */
    @Parameter(property = "slurm.setup")
    @Nullable
    List<String> setup;

    /**
     * Lines of bash after each task, however it ended. Default: none.
     *
     * <p>In a POM: {@code <teardown><line>rm -rf "$TMPDIR"/cache</line></teardown>}
     * <br>On the command line: {@code -Dslurm.teardown="sync"}
     */
    @Parameter(property = "slurm.teardown")
    @Nullable
    List<String> teardown;

    /**
     * Whether a task is started by {@code srun}, as processes on several nodes need. Default: {@code false}.
     *
     * <p>In a POM: {@code <useSrun>true</useSrun>}
     * <br>On the command line: {@code -Dslurm.useSrun=true}
     */
    @Parameter(property = "slurm.useSrun")
    @Nullable
    String useSrun;

    /**
     * Arguments of that {@code srun}. Default: none.
     *
     * <p>In a POM: {@code <srunArgs><arg>--mpi=pmix</arg></srunArgs>}
     * <br>On the command line: {@code -Dslurm.srunArgs=--mpi=pmix}
     */
    @Parameter(property = "slurm.srunArgs")
    @Nullable
    List<String> srunArgs;

    /**
     * Who runs the tasks: {@code slurm}, {@code local} (this machine), or {@code auto}: Slurm when sbatch is on the
     * PATH, else this machine. Default: {@code auto}.
     *
     * <p>In a POM: {@code <executor>local</executor>}
     * <br>On the command line: {@code -Dslurm.executor=local}
     */
    @Parameter(property = "slurm.executor")
    @Nullable
    String executor;

    /**
     * How many tasks run at a time on this machine. Default: as many as it has processors.
     *
     * <p>In a POM: {@code <parallelism>4</parallelism>}
     * <br>On the command line: {@code -Dslurm.parallelism=4}
     */
    @Parameter(property = "slurm.parallelism")
    @Nullable
    String parallelism;

    /**
     * The launch's name, also the job's. Default: the project's artifactId, or the folder's name.
     *
     * <p>In a POM: {@code <name>resnet</name>}
     * <br>On the command line: {@code -Dslurm.name=resnet}
     */
    @Parameter(property = "slurm.name")
    @Nullable
    String name;

    /**
     * The most points that a sweep may have. Default: {@code 100000}.
     *
     * <p>In a POM: {@code <maxPoints>1000000</maxPoints>}
     * <br>On the command line: {@code -Dslurm.maxPoints=1000000}
     */
    @Parameter(property = "slurm.maxPoints")
    @Nullable
    String maxPoints;

    /**
     * Whether the points, the script, the sbatch lines and the content of the snapshot are shown, and nothing is
     * made. Default: {@code false}.
     *
     * <p>In a POM: {@code <dryRun>true</dryRun>}
     * <br>On the command line: {@code -Dslurm.dryRun=true}
     */
    @Parameter(property = "slurm.dryRun")
    @Nullable
    String dryRun;

    /**
     * The settings of the snapshot, by the names that the snapshot goals have. Default: what the POM says for the
     * snapshot plugin.
     *
     * <p>In a POM: {@code <snapshot><pushToRemote>false</pushToRemote></snapshot>}
     * <br>On the command line: {@code -Dsnapshot.pushToRemote=false}
     */
    @Parameter
    @Nullable
    PlexusConfiguration snapshot;
}
