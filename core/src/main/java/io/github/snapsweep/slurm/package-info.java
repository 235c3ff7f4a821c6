/**
 * Slurm as pure data: command lines are built and answers are parsed as values; one class asks for them to be run.
 *
 * <p>The story: a {@link io.github.snapsweep.slurm.Submission} (a label, an array, logs, a script and {@link
 * io.github.snapsweep.slurm.JobOptions}) is the words of an sbatch command, and {@link
 * io.github.snapsweep.slurm.SbatchAnswer} is what came of it. Later the {@link io.github.snapsweep.slurm.SlurmClient} asks
 * squeue and sacct where the tasks are; a {@link io.github.snapsweep.slurm.Reply} keeps "nothing there" apart from "no
 * answer". What Slurm prints, and does not, was taken from version 22.05.8.
 */
@NullMarked
package io.github.snapsweep.slurm;

import org.jspecify.annotations.NullMarked;
