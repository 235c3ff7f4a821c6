package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ObjectPack;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** The objects of a repository, and the trees of a capture that is not part of it yet. */
final class CapturedObjects extends ObjectReader {

    private final ObjectReader repository;
    private final Map<ObjectId, byte[]> trees;
    private final ObjectPack pack;

    /**
     * Joins the two.
     *
     * @param trees what the capture wrote
     * @param pack where all that it wrote is
     */
    CapturedObjects(ObjectReader repository, Map<ObjectId, byte[]> trees, ObjectPack pack) {
        this.repository = repository;
        this.trees = trees;
        this.pack = pack;
    }

    @Override
    public ObjectReader newReader() {
        return new CapturedObjects(repository.newReader(), trees, pack);
    }

    @Override
    public Collection<ObjectId> resolve(AbbreviatedObjectId id) throws IOException {
        return repository.resolve(id);
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
        byte[] tree = trees.get(id);
        return tree == null ? repository.open(id, type) : new ObjectLoader.SmallObject(Constants.OBJ_TREE, tree);
    }

    @Override
    public long getObjectSize(AnyObjectId id, int type) throws IOException {
        OptionalLong captured = pack.size(id.toObjectId());
        return captured.isPresent() ? captured.getAsLong() : repository.getObjectSize(id, type);
    }

    @Override
    public Set<ObjectId> getShallowCommits() throws IOException {
        return repository.getShallowCommits();
    }

    @Override
    public void close() {
        repository.close();
    }
}
