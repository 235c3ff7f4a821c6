/**
 * The sweep's language, which is Hydra's override grammar: a text goes in, the points that it spans come out.
 *
 * <p>The way of a text, {@code lr=0.1,0.01 seed=range(0,3)}: {@link io.github.snapsweep.sweep.OverrideSplitter} finds
 * the overrides in it; {@link io.github.snapsweep.sweep.KeyReader} reads the key of each; {@link
 * io.github.snapsweep.sweep.Lexer} cuts what stands behind its {@code =} into tokens, of which {@link
 * io.github.snapsweep.sweep.ValueParser} makes an {@link io.github.snapsweep.sweep.Element}: one {@link
 * io.github.snapsweep.sweep.Value} or a sweep over several. Functions, {@code range} and its like, are found by name in
 * {@link io.github.snapsweep.sweep.Functions}, and know nothing of the parser. {@link
 * io.github.snapsweep.sweep.Factors} lets a later override replace an earlier one, and {@link
 * io.github.snapsweep.sweep.Sweep} spans the {@link io.github.snapsweep.sweep.Point}s, each made when it is asked for.
 *
 * <p>{@link io.github.snapsweep.sweep.JoinedSweeps} is the way in for all others: several sweeps one after the other, each point
 * once, without those that an {@link io.github.snapsweep.sweep.Exclusion} leaves out. What is left to chance comes from {@link
 * io.github.snapsweep.sweep.Draws}; a seed that is drawn goes into the text of its {@link io.github.snapsweep.sweep.Factor},
 * so that what is recorded gives the same points again.
 *
 * <p>Columns are counted in the whole text all the way through, so that a message can put its caret in the right place.
 */
@NullMarked
package io.github.snapsweep.sweep;

import org.jspecify.annotations.NullMarked;
