package io.github.snapsweep.plugin.slurm;

import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What Slurm is asked for. */
abstract class JobGoal extends SlurmGoal {

    /**
     * The time limit of a task, in minutes: {@code sbatch --time}. Default: {@code 60}.
     *
     * <p>In a POM: {@code <timeoutMin>90</timeoutMin>}
     * <br>On the command line: {@code -Dslurm.timeoutMin=90}
     */
    @Parameter(property = "slurm.timeoutMin")
    @Nullable
    String timeoutMin;

    /**
     * The nodes of a task: {@code sbatch --nodes}. Default: {@code 1}.
     *
     * <p>In a POM: {@code <nodes>2</nodes>}
     * <br>On the command line: {@code -Dslurm.nodes=2}
     */
    @Parameter(property = "slurm.nodes")
    @Nullable
    String nodes;

    /**
     * The processes of a task on each node: {@code sbatch --ntasks-per-node}. Default: {@code 1}.
     *
     * <p>In a POM: {@code <tasksPerNode>4</tasksPerNode>}
     * <br>On the command line: {@code -Dslurm.tasksPerNode=4}
     */
    @Parameter(property = "slurm.tasksPerNode")
    @Nullable
    String tasksPerNode;

    /**
     * The CPUs of a process: {@code sbatch --cpus-per-task}. Default: the cluster's.
     *
     * <p>In a POM: {@code <cpusPerTask>8</cpusPerTask>}
     * <br>On the command line: {@code -Dslurm.cpusPerTask=8}
     */
    @Parameter(property = "slurm.cpusPerTask")
    @Nullable
    String cpusPerTask;

    /**
     * The GPUs on each node: {@code sbatch --gpus-per-node}. Default: none.
     *
     * <p>In a POM: {@code <gpusPerNode>a100:2</gpusPerNode>}
     * <br>On the command line: {@code -Dslurm.gpusPerNode=a100:2}
     */
    @Parameter(property = "slurm.gpusPerNode")
    @Nullable
    String gpusPerNode;

    /**
     * The GPUs of each process: {@code sbatch --gpus-per-task}. Default: none.
     *
     * <p>In a POM: {@code <gpusPerTask>1</gpusPerTask>}
     * <br>On the command line: {@code -Dslurm.gpusPerTask=1}
     */
    @Parameter(property = "slurm.gpusPerTask")
    @Nullable
    String gpusPerTask;

    /**
     * The CPUs for each GPU: {@code sbatch --cpus-per-gpu}. Default: the cluster's.
     *
     * <p>In a POM: {@code <cpusPerGpu>4</cpusPerGpu>}
     * <br>On the command line: {@code -Dslurm.cpusPerGpu=4}
     */
    @Parameter(property = "slurm.cpusPerGpu")
    @Nullable
    String cpusPerGpu;

    /**
     * The memory on each node, in gigabytes, fractions allowed: {@code sbatch --mem}. Default: the cluster's.
     *
     * <p>In a POM: {@code <memGb>16</memGb>}
     * <br>On the command line: {@code -Dslurm.memGb=16}
     */
    @Parameter(property = "slurm.memGb")
    @Nullable
    String memGb;

    /**
     * The memory for each CPU, with its unit: {@code sbatch --mem-per-cpu}. Default: the cluster's.
     *
     * <p>In a POM: {@code <memPerCpu>2G</memPerCpu>}
     * <br>On the command line: {@code -Dslurm.memPerCpu=2G}
     */
    @Parameter(property = "slurm.memPerCpu")
    @Nullable
    String memPerCpu;

    /**
     * The memory for each GPU, with its unit: {@code sbatch --mem-per-gpu}. Default: the cluster's.
     *
     * <p>In a POM: {@code <memPerGpu>40G</memPerGpu>}
     * <br>On the command line: {@code -Dslurm.memPerGpu=40G}
     */
    @Parameter(property = "slurm.memPerGpu")
    @Nullable
    String memPerGpu;

    /**
     * The partition: {@code sbatch --partition}. Default: the cluster's.
     *
     * <p>In a POM: {@code <partition>long</partition>}
     * <br>On the command line: {@code -Dslurm.partition=long}
     */
    @Parameter(property = "slurm.partition")
    @Nullable
    String partition;

    /**
     * The quality of service: {@code sbatch --qos}. Default: the account's.
     *
     * <p>In a POM: {@code <qos>high</qos>}
     * <br>On the command line: {@code -Dslurm.qos=high}
     */
    @Parameter(property = "slurm.qos")
    @Nullable
    String qos;

    /**
     * The account that is charged: {@code sbatch --account}. Default: the user's own.
     *
     * <p>In a POM: {@code <account>physics</account>}
     * <br>On the command line: {@code -Dslurm.account=physics}
     */
    @Parameter(property = "slurm.account")
    @Nullable
    String account;

    /**
     * The features that nodes must have: {@code sbatch --constraint}. Default: none.
     *
     * <p>In a POM: {@code <constraint>skylake</constraint>}
     * <br>On the command line: {@code -Dslurm.constraint=skylake}
     */
    @Parameter(property = "slurm.constraint")
    @Nullable
    String constraint;

    /**
     * Generic resources: {@code sbatch --gres}. Default: none.
     *
     * <p>In a POM: {@code <gres>gpu:2</gres>}
     * <br>On the command line: {@code -Dslurm.gres=gpu:2}
     */
    @Parameter(property = "slurm.gres")
    @Nullable
    String gres;

    /**
     * Nodes not to be used: {@code sbatch --exclude}. Default: none.
     *
     * <p>In a POM: {@code <exclude>n[7-9]</exclude>}
     * <br>On the command line: {@code -Dslurm.exclude=n[7-9]}
     */
    @Parameter(property = "slurm.exclude")
    @Nullable
    String exclude;

    /**
     * Nodes to be used: {@code sbatch --nodelist}. Default: none.
     *
     * <p>In a POM: {@code <nodelist>n1,n2</nodelist>}
     * <br>On the command line: {@code -Dslurm.nodelist=n1,n2}
     */
    @Parameter(property = "slurm.nodelist")
    @Nullable
    String nodelist;

    /**
     * The reservation to run in: {@code sbatch --reservation}. Default: none.
     *
     * <p>In a POM: {@code <reservation>course</reservation>}
     * <br>On the command line: {@code -Dslurm.reservation=course}
     */
    @Parameter(property = "slurm.reservation")
    @Nullable
    String reservation;

    /**
     * Whether nodes are shared with nobody: {@code true}, or a value of {@code sbatch --exclusive}. Default: {@code
     * false}.
     *
     * <p>In a POM: {@code <exclusive>true</exclusive>}
     * <br>On the command line: {@code -Dslurm.exclusive=true}
     */
    @Parameter(property = "slurm.exclusive")
    @Nullable
    String exclusive;

    /**
     * What must have happened first: {@code sbatch --dependency}. Default: nothing.
     *
     * <p>In a POM: {@code <dependency>afterok:4711</dependency>}
     * <br>On the command line: {@code -Dslurm.dependency=afterok:4711}
     */
    @Parameter(property = "slurm.dependency")
    @Nullable
    String dependency;

    /**
     * When Slurm sends mail: {@code sbatch --mail-type}. Default: never.
     *
     * <p>In a POM: {@code <mailType>END,FAIL</mailType>}
     * <br>On the command line: {@code -Dslurm.mailType=END,FAIL}
     */
    @Parameter(property = "slurm.mailType")
    @Nullable
    String mailType;

    /**
     * Where that mail goes: {@code sbatch --mail-user}. Default: the user.
     *
     * <p>In a POM: {@code <mailUser>me@example.org</mailUser>}
     * <br>On the command line: {@code -Dslurm.mailUser=me@example.org}
     */
    @Parameter(property = "slurm.mailUser")
    @Nullable
    String mailUser;

    /**
     * A comment for the jobs: it is put behind the launch's own token in {@code sbatch --comment}. Default: none.
     *
     * <p>In a POM: {@code <comment>paper-2</comment>}
     * <br>On the command line: {@code -Dslurm.comment=paper-2}
     */
    @Parameter(property = "slurm.comment")
    @Nullable
    String comment;

    /**
     * Any other option of sbatch by its name, applied last: {@code true} gives the option alone. Default: none.
     *
     * <p>In a POM: {@code <additionalParameters><licenses>matlab</licenses></additionalParameters>}
     * <br>On the command line: {@code -Dslurm.additionalParameters.licenses=matlab}
     */
    @Parameter
    @Nullable
    Map<String, String> additionalParameters;

    /**
     * How many tasks of the launch may run at a time under Slurm. Default: {@code 256}.
     *
     * <p>In a POM: {@code <arrayParallelism>64</arrayParallelism>}
     * <br>On the command line: {@code -Dslurm.arrayParallelism=64}
     */
    @Parameter(property = "slurm.arrayParallelism")
    @Nullable
    String arrayParallelism;

    /**
     * Whether a task's errors go into the file of its output. Default: {@code false}.
     *
     * <p>In a POM: {@code <stderrToStdout>true</stderrToStdout>}
     * <br>On the command line: {@code -Dslurm.stderrToStdout=true}
     */
    @Parameter(property = "slurm.stderrToStdout")
    @Nullable
    String stderrToStdout;

    /**
     * How many seconds before its time limit a task is warned with SIGUSR2, when {@code maxNumTimeout} is set.
     * Default: {@code 120}.
     *
     * <p>In a POM: {@code <signalDelayS>300</signalDelayS>}
     * <br>On the command line: {@code -Dslurm.signalDelayS=300}
     */
    @Parameter(property = "slurm.signalDelayS")
    @Nullable
    String signalDelayS;

    /**
     * How often a task that is out of time is queued again. Default: {@code 0}.
     *
     * <p>In a POM: {@code <maxNumTimeout>3</maxNumTimeout>}
     * <br>On the command line: {@code -Dslurm.maxNumTimeout=3}
     */
    @Parameter(property = "slurm.maxNumTimeout")
    @Nullable
    String maxNumTimeout;

    /**
     * How many tasks a job of the array runs, one after the other: for short tasks, which would wait longer than they run.
     * The time limit is that of the job, and so of all of them. Default: {@code 1}.
     *
     * <p>In a POM: {@code <tasksPerJob>20</tasksPerJob>}
     * <br>On the command line: {@code -Dslurm.tasksPerJob=20}
     */
    @Parameter(property = "slurm.tasksPerJob")
    @Nullable
    String tasksPerJob;

    /**
     * How many seconds a controller of Slurm that cannot be reached is tried again before nothing is submitted; 0 is once.
     * Default: {@code 120}.
     *
     * <p>In a POM: {@code <patienceS>600</patienceS>}
     * <br>On the command line: {@code -Dslurm.patienceS=600}
     */
    @Parameter(property = "slurm.patienceS")
    @Nullable
    String patienceS;

    /**
     * A launch that must have ended before the tasks of this one begin: its name, the beginning of its name, or
     * {@code latest}. Default: none.
     *
     * <p>In a POM: {@code <after>percolation-20261123-142233</after>}
     * <br>On the command line: {@code -Dslurm.after=percolation-20261123-142233}
     */
    @Parameter(property = "slurm.after")
    @Nullable
    String after;

    /**
     * How the launch of {@code after} must have ended: {@code ok}, all its tasks well, or {@code any}, in any way.
     * Default: {@code ok}.
     *
     * <p>In a POM: {@code <afterKind>any</afterKind>}
     * <br>On the command line: {@code -Dslurm.afterKind=any}
     */
    @Parameter(property = "slurm.afterKind")
    @Nullable
    String afterKind;
}
