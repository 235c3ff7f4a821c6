package io.github.snapsweep.problem;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What sbatch says when it refuses a job, and what to do about it: the setting to change, and the command that shows
 * what is allowed. The first that fits counts, so the narrower texts come first.
 *
 * <p>The texts are those of Slurm 22.05, recorded, and of its list of errors.
 */
enum SbatchRefusal {
    // what one user may have in the queue; sbatch names the limit on a line of its own
    SUBMIT_LIMIT(
            "MaxSubmitJob|MaxJobsPer",
            "Each task counts as a job, and that is more than you may have in the queue at once.",
            "Send fewer points, or wait until some of yours have ended:  mvn slurm:status",
            "Another QOS may allow more:  -Dslurm.qos=NAME",
            "sacctmgr show qos format=name,maxsubmitpu,maxjobspu  and",
            Commands.ASSOCIATIONS + ",maxsubmit  show the limits."),
    POLICY(
            "violates accounting/QOS policy",
            "Ask for less:  -Dslurm.timeoutMin=M, -Dslurm.nodes=N, -Dslurm.cpusPerTask=N, -Dslurm.memGb=N, or fewer"
                    + " points",
            "or use another QOS:  -Dslurm.qos=NAME",
            "sacctmgr show qos format=name,maxwall,maxtrespu,maxsubmitpu  shows the limits."),

    // where
    PARTITION_CLOSED(
            "Required partition not available",
            "It takes no jobs now. Use another:  -Dslurm.partition=NAME",
            Commands.PARTITIONS),
    PARTITION_GROUP(
            "not permitted to use this partition|[Aa]ccess denied to requested partition",
            "Use one that is open to you:  -Dslurm.partition=NAME",
            "scontrol show partition  says who may use which."),
    PARTITION("[Ii]nvalid partition", "Name one of this cluster:  -Dslurm.partition=NAME", Commands.PARTITIONS),
    ACCOUNT(
            "Invalid account",
            "Name one that you may use:  -Dslurm.account=NAME  (it may also be the partition that it cannot use:"
                    + "  -Dslurm.partition=NAME)",
            Commands.ASSOCIATIONS + "  lists yours."),
    QOS("Invalid qos", "Name one that you may use:  -Dslurm.qos=NAME", Commands.ASSOCIATIONS + "  lists yours."),
    RESERVATION(
            "reservation is invalid|[Ii]nvalid reservation|Access denied to requested reservation",
            "Name one that is open to you now, or none:  -Dslurm.reservation=NAME",
            "scontrol show reservation  lists them."),
    NODE_NAME(
            "Invalid node name",
            "Name nodes of this cluster:  -Dslurm.nodelist=NAMES, -Dslurm.exclude=NAMES",
            "sinfo -N  lists them."),
    CLUSTER(
            "No cluster '|invalid entry for --cluster",
            "Name one that this machine knows:  -Dslurm.additionalParameters.clusters=NAME",
            "sacctmgr list clusters  lists them."),

    // how much
    MEMORY(
            "Memory specification can not be satisfied|Memory required by task is not available",
            "No node has so much. Ask for less:  -Dslurm.memGb=N (or memPerCpu, memPerGpu), or use another"
                    + "  -Dslurm.partition=NAME",
            "sinfo -o '%P %D %c %m'  shows what nodes have, in megabytes."),
    GRES(
            "Invalid generic resource|Invalid GRES|Invalid Trackable RESource",
            "Name what nodes have:  -Dslurm.gres=gpu:1, -Dslurm.gpusPerNode=1",
            "sinfo -o '%P %D %G'  shows it."),
    FEATURE("Invalid feature", "Name what nodes have:  -Dslurm.constraint=NAME", "sinfo -o '%P %D %f'  shows it."),
    LICENSE(
            "Invalid license",
            "Name one of this cluster:  -Dslurm.additionalParameters.licenses=NAME:1",
            "scontrol show licenses  lists them."),
    TIME_LIMIT(
            "time limit is invalid",
            "Ask for fewer minutes:  -Dslurm.timeoutMin=M, or use another  -Dslurm.partition=NAME",
            "sinfo -o '%P %l'  shows the limits."),
    PROCESSORS(
            "More processors requested|CPU count (per node )?can not be satisfied",
            "Ask for fewer:  -Dslurm.cpusPerTask=N, -Dslurm.tasksPerNode=N, -Dslurm.nodes=N",
            "sinfo -o '%P %D %c'  shows what nodes have."),
    NODE_COUNT(
            "Node count specification invalid",
            "Ask for as many as the partition allows:  -Dslurm.nodes=N",
            "scontrol show partition  shows MinNodes and MaxNodes."),
    NODE_CONFIGURATION(
            "node configuration is not available|partition configuration not available",
            "No node of the partition has all of what is asked for. Ask for less:  -Dslurm.nodes=N,"
                    + " -Dslurm.cpusPerTask=N, -Dslurm.memGb=N, -Dslurm.gpusPerNode=N, -Dslurm.gres=...",
            "or use another:  -Dslurm.partition=NAME",
            "sinfo -o '%P %D %c %m %G %f'  shows what nodes have."),
    ARRAY(
            "Invalid job array specification",
            "The array is larger than this cluster takes (MaxArraySize, max_array_tasks).",
            "Send fewer points at a time:  -Dslurm.sweep=...",
            "scontrol show config | grep -i -E 'MaxArraySize|max_array_tasks'  shows the limits."),
    DEPENDENCY(
            "Job dependency problem",
            "Name jobs that Slurm knows:  -Dslurm.dependency=afterok:JOBID",
            "squeue --me  lists yours."),

    // how it was written
    TIME_TEXT("Invalid --time specification", "A number of minutes:  -Dslurm.timeoutMin=60", Commands.MANUAL),
    NODES_TEXT("not a valid node count", "A number of nodes:  -Dslurm.nodes=1", Commands.MANUAL),
    MEMORY_TEXT(
            "Invalid --mem\\S* specification",
            "A number of gigabytes:  -Dslurm.memGb=4, or a size with its unit:  -Dslurm.memPerCpu=2G,"
                    + " -Dslurm.memPerGpu=16G",
            Commands.MANUAL),
    MAIL_TEXT(
            "Invalid --mail-type specification",
            "Some of NONE, BEGIN, END, FAIL, REQUEUE, TIME_LIMIT, ARRAY_TASKS, ALL:  -Dslurm.mailType=END,FAIL",
            Commands.MANUAL),
    NUMBER_TEXT(
            "Invalid numeric value",
            "A number of at least 1:  -Dslurm.cpusPerTask=1, -Dslurm.tasksPerNode=1, or, for the option that sbatch"
                    + " names,  -Dslurm.additionalParameters.NAME=1",
            Commands.MANUAL),
    OTHER_TEXT(
            "Invalid --\\S+ specification",
            "Correct it:  -Dslurm.additionalParameters.NAME=VALUE  with the option's name",
            Commands.MANUAL),
    UNKNOWN_OPTION(
            "(unrecognized|ambiguous|invalid) option|option '.*' (requires|doesn't allow)",
            "This cluster's sbatch has no such option. Correct the name:  -Dslurm.additionalParameters.NAME=VALUE",
            "sbatch --help  lists the options."),

    // the script
    TOO_LONG(
            "parameter too long",
            "The script may have 4 MiB, the comment 1024 bytes. Shorten  -Dslurm.setup, -Dslurm.script or"
                    + " -Dslurm.comment",
            "ls -l .slurm/*/job.sh  shows the scripts."),
    SCRIPT_MISSING(
            "Unable to open file",
            "The script that was written for the job cannot be read. Is the disk full, or was it removed?",
            "Run the goal again;  -Dslurm.dryRun=true  shows the script."),
    SCRIPT_TEXT(
            "does not look like a batch script|Batch script |allow scripts that",
            "Write -Dslurm.setup, -Dslurm.script and -Dslurm.teardown with plain line breaks and no NUL.",
            "-Dslurm.dryRun=true  shows the script."),

    // the cluster itself
    CONFIGURATION(
            "establish a configuration source|process configuration file",
            "This machine does not know its cluster. Run on a login node, or  export SLURM_CONF=/path/to/slurm.conf",
            "or run on this machine:  -Dslurm.executor=local",
            "scontrol ping  shows whether the cluster is reached."),
    AUTHENTICATION(
            "[Mm]unge|authentication error|Invalid authentication credential",
            "This machine cannot prove to Slurm who you are: that is for its administrators.",
            "or run on this machine:  -Dslurm.executor=local",
            "munge -n | unmunge  tests it."),
    CONTROLLER(
            "Unable to contact slurm controller|standby mode",
            "Slurm's controller is down. Nothing was submitted; run the goal again when it is back,",
            "or run on this machine:  -Dslurm.executor=local",
            "scontrol ping  shows whether it is."),
    BUSY(
            "temporarily unavailable|temporarily unable",
            "The cluster's queue is full (MaxJobCount). Run the goal again later, with fewer points (-Dslurm.sweep=...).",
            "scontrol show config | grep MaxJobCount  shows the limit."),
    PERMISSION(
            "permission denied|Invalid user id",
            "Slurm does not let you do this:  -Dslurm.account=NAME, -Dslurm.partition=NAME  may be open to you.",
            Commands.ASSOCIATIONS + "  lists what is."),
    SITE_RULE(
            "Unspecified error",
            "A rule of this site (its job_submit plugin) refused the job; what sbatch says before that is the rule's"
                    + " own text.",
            "Most ask for -Dslurm.account=NAME, -Dslurm.partition=NAME, -Dslurm.timeoutMin=M or -Dslurm.memGb=N.",
            Commands.ASSOCIATIONS + "  lists yours; the site's manual has its rules."),
    /** Any other text. */
    OTHER(
            "",
            "-Dslurm.dryRun=true  shows the command; a setting of it may be wrong, or the cluster's rules forbid it.",
            "sinfo -s  and",
            Commands.ASSOCIATIONS + "  show what there is.");

    /** Commands that several of the advices name. */
    private static final class Commands {

        static final String PARTITIONS = "sinfo -s  lists them.";
        static final String ASSOCIATIONS = "sacctmgr show assoc user=$USER format=cluster,account,partition,qos";
        static final String MANUAL = "man sbatch  has the forms.";
    }

    private final Pattern text;
    private final String advice;

    SbatchRefusal(String text, String... advice) {
        this.text = Pattern.compile(text);
        this.advice = String.join("\n", advice);
    }

    /** What to do: one line or more. */
    String advice() {
        return advice;
    }

    /** What a text of sbatch means. */
    static SbatchRefusal of(String said) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.text.matcher(said).find())
                .findFirst()
                .orElse(OTHER);
    }
}
