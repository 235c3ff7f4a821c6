/** Slurm as pure data: command lines are built and answers are parsed as values; one class asks for them to be run. */
@NullMarked
package io.github.snapsweep.slurm;

import org.jspecify.annotations.NullMarked;
