import io.github.snapsweep.fixture.GitFixture

new File(basedir, 'say').with {
    text = '#!/bin/sh\nprintf "%s\\n" "$@" "$HERE" "$VERSION" >"$SNAPSWEEP_OUTPUT/said"\n'
    setExecutable(true)
}
GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .commit('first')
return true
