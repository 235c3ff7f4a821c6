package io.github.snapsweep.snapshot;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of files that hold keys and passwords more often than not. */
public final class SecretNames {

    /** A text, not a path: a locale may know no path of these letters. */
    private static final Pattern SECRETS = Pattern.compile(
            "\\.env|\\.envrc|\\.env\\..*|.*\\.(pem|key|p12|pfx|jks|keystore|kdbx)"
                    + "|credentials|credentials[._-].*|secrets\\..*|\\.netrc|\\.npmrc|\\.pypirc|\\.htpasswd|\\.git-credentials"
                    + "|id_[^.]*",
            Pattern.DOTALL);

    private SecretNames() {}

    /**
     * Whether a file's name, in any case, is one of them.
     *
     * @param path its path in the repository, with slashes
     */
    public static boolean matches(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return SECRETS.matcher(name).matches();
    }
}
