// No version of the application changes because the emulator is there.
def versions = { String name ->
    new File(basedir, "target/${name}.txt").readLines()
            .collect { it.replaceAll(/\u001b\[[0-9;]*m/, '').trim() =~ /^([\w.-]+:[\w.-]+):jar:(?:[\w.-]+:)?([\w.-]+):(?:compile|runtime|test|provided)/ }
            .findAll { it.find() }
            .collectEntries { [it.group(1), it.group(2)] }
}
def without = versions('without')
def with = versions('with')
assert without.size() > 30
def changed = without.findAll { with[it.key] != it.value }
assert changed.isEmpty() : "versions that the emulator changed: ${changed}"
def added = with.keySet() - without.keySet()
assert 'io.alignemulator:jira-align-emulator' in added
println "${without.size()} artifacts without the emulator, none of them changed; ${added.size()} more with it: ${added.sort()}"
