new File(basedir, 'code.txt').text = 'no repository'
return true
