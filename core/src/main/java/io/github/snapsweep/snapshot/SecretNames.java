package io.github.snapsweep.snapshot;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Locale;

/** The names of files that hold keys and passwords more often than not. */
public final class SecretNames {

    private static final PathMatcher SECRETS = FileSystems.getDefault()
            .getPathMatcher("glob:{.env,.envrc,.env.*,*.pem,*.key,*.p12,*.pfx,*.jks,*.keystore,*.kdbx,"
                    + "credentials,credentials[._-]*,secrets.*,"
                    + ".netrc,.npmrc,.pypirc,.htpasswd,.git-credentials}");

    private SecretNames() {}

    /**
     * Whether a file's name, in any case, is one of them.
     *
     * @param path its path in the repository, with slashes
     */
    public static boolean matches(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return SECRETS.matches(Path.of(name)) || (name.startsWith("id_") && name.indexOf('.') < 0);
    }
}
