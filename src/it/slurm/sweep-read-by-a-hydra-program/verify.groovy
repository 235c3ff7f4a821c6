import groovy.json.JsonSlurper

def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
(0..<2).each { task ->
    def output = new File(basedir, "multirun/$launch/$task")
    def meant = new JsonSlurper().parse(new File(output, 'params.json'), 'UTF-8')
    assert new JsonSlurper().parse(new File(output, 'read.json'), 'UTF-8') == meant
    assert meant.size() == 24
    assert meant.quotes == 'it\'s "quoted", a=b; $HOME `id` \\'
    assert meant.double == 'say \\\\ "hi", don\'t'
    assert meant.backslash == 'C:\\new\\table'
    assert meant.escaped == 'x,y=z:(1)'
    assert new File(output, 'read.json').text.contains('"large":123456789012345678901234567890,')
    assert new File(output, 'params.json').text.contains('"large":123456789012345678901234567890,')
    assert meant.containsKey('none') && meant.none == null
    assert meant.float == 0.00001
    assert meant.number == '10'
    assert meant.cast == '1000000.0'
    assert meant.items == [1, 'two, three', ['x', 0.5, null], [k: 'v', n: '1'], '']
    assert meant.unicode == 'Grüße 日本 😀'
    assert meant.lines == 'two\nlines\tand a tab'
    assert meant['model.name'] == ['a b', 'c,d'][task]
}
return true
