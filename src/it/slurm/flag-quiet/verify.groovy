def said = new File(basedir, 'build.log').readLines()
    .collect { it.replaceAll('\\u001b\\[[0-9;]*m', '').trim() }
    .findAll { it && !it.startsWith('Running ') && !it.startsWith('Finished ') }
assert said.every { it.startsWith('[ERROR]') } : said
assert said.any { it =~ /1 of 1 tasks of launch sim-[-0-9]+ failed: 0/ }
return true
