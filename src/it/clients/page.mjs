// docs/clients.md from what was measured.
const yes = value => (value === undefined ? 'not here' : value ? 'yes' : '**no**');

function generators(rows) {
  return rows.map(row =>
    `| ${row.name} | ${row.version} | ${yes(row.generates)} | ${yes(row.compiles)} | ${
      row.right === undefined ? 'not here' : `${row.right} of 8`} |`);
}

function makers(all) {
  return all.map(maker =>
    `| ${maker.name} | ${maker.language} | ${maker.version} | ${maker.verbs?.join(', ') ?? '-'} | ${
      maker.pairs ? `${maker.right} of ${maker.pairs}` : 'not here'} |`);
}

/** Reasons with how many cases each, the most frequent first. */
function reasons(cases) {
  const all = new Map();
  for (const { why } of cases) all.set(why, (all.get(why) ?? 0) + 1);
  return [...all].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function patches({ cases, makers: made }, version) {
  const of = outcome => cases.filter(each => each.outcome === outcome);
  const differs = of('on purpose');
  return `## JSON Patches

Two kinds, sent to a record as \`application/json-patch+json\`; the record is read again afterwards.

### The public suite
\`json-patch-test-suite\` ${version('json-patch-test-suite')} has ${cases.length} cases, each with a free document. A record has none: its keys have types. So each key of a case stands for a field of an epic that
holds what the key holds (texts, numbers, flags, lists of ids, links, one object), and its values stand for values that this field can hold (\`src/it/clients/patches/suite.mjs\`). A key that is
not there is null, as on every record (PTCH-03).

| cases | what came of them |
|--:|---|
| ${of('as the suite').length} | applied or refused as the suite says, and the record reads so |
| ${differs.length} | differ on purpose, below |
| ${of('wrong').length} | are wrong |
| ${of('no place').length} | have no place on a record, below |
| ${of('disabled').length} | are switched off in the suite itself |

| case | rule | why it differs |
|---|---|---|
${differs.map(each => `| \`${each.name}\` | ${each.rule} | ${each.why} |`).join('\n')}

| cases without a place | why |
|--:|---|
${reasons(of('no place')).map(([why, count]) => `| ${count} | ${why} |`).join('\n')}

### Makers of patches
Each maker gets the same ${Math.max(...made.map(maker => maker.pairs ?? 0))} pairs: a whole epic as GET printed it, and the epic as it is to be (\`src/it/clients/patches/pairs.json\`). What it makes of them is sent as it is. A pair is right when the PATCH
is 204 and the epic then reads as it is to be, in every key but the stamp of the change.

| maker | language | version | operations it used | pairs right |
|---|---|---|---|---|
${makers(made).join('\n')}
`;
}

export function page(rows, newman, patched, version) {
  return `# Clients made by generators, patches made by libraries

Written by \`mvn verify -Pclients\` (\`src/it/clients/run.mjs\`): each generator in the version that stands here makes a client from the document that the server gives away, the client is
compiled with the compiler that the build machine has, and a program makes eight calls with it on a site of its own: a list with \`$filter\`, one with \`$select\`, a get, a create, a JSON Patch that is
looked at, a 400, a 404 and a 429 with their words. *Not here* means that the build machine had no compiler for it.

| generator | version | generates | compiles | calls right |
|---|---|---|---|---|
${generators(rows).join('\n')}
| openapi-to-postmanv2 with newman | ${version('openapi-to-postmanv2')}, ${version('newman')} | yes | - | ${newman.requests - newman.unexpected.length} of ${newman.requests} requests of the collection |

- Orval's own fetch reads every answer as JSON and throws on the sentences of refusals; the program gives it a fetch that looks at the type (\`src/it/clients/programs/orval-fetch.ts\`).
- Go: a dependency has \`noWork\` and \`hasNoWork\`, and the generator gives the first one's method the second one's name. Its own option helps: \`--name-mappings hasNoWork=NoWorkAtAll\`.
- Kotlin is made from the 3.0 form: from 3.1 the generator makes a class without members of the value of a JSON Patch operation.

## Which document
| address | for |
|---|---|
| \`/rest/align/api/docs/v2/swagger.json\` | OpenAPI 3.1 |
| \`...?openapi=3.0\` | tools that know 3.0 only. The value of a JSON Patch operation has no type there, so that generated Java can send lists and objects too; from 3.1 it can send texts, numbers and flags (\`findings/openapi-generator-values-of-any-type.sh\`) |
| \`...?media-types=site\` | the media types of bodies in the order of the real site's document: code that is generated from that one sends plain objects as \`application/json-patch+json\`, and POST and PUT take them |

${patches(patched, version)}`;
}
