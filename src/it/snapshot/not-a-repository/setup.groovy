context.before = basedir.list() as Set
return true
