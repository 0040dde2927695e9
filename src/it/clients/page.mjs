// docs/clients.md from what was measured.
const yes = value => (value === undefined ? 'not here' : value ? 'yes' : '**no**');

export function page(rows, newman, version) {
  const lines = rows.map(row =>
    `| ${row.name} | ${row.version} | ${yes(row.generates)} | ${yes(row.compiles)} | ${
      row.right === undefined ? 'not here' : `${row.right} of 8`} |`);
  return `# Clients made by generators

Written by \`mvn verify -Pclients\` (\`src/it/clients/run.mjs\`): each generator in the version that stands here makes a client from the document that the server gives away, the client is
compiled with the compiler that the build machine has, and a program makes eight calls with it on a site of its own: a list with \`$filter\`, one with \`$select\`, a get, a create, a JSON Patch that is
looked at, a 400, a 404 and a 429 with their words. *Not here* means that the build machine had no compiler for it.

| generator | version | generates | compiles | calls right |
|---|---|---|---|---|
${lines.join('\n')}
| openapi-to-postmanv2 with newman | ${version('openapi-to-postmanv2')}, ${version('newman')} | yes | - | ${newman.requests - newman.unexpected.length} of ${newman.requests} requests of the collection |

Orval's own fetch reads every answer as JSON and throws on the sentences of refusals; the program gives it a fetch that looks at the type (\`src/it/clients/programs/orval-fetch.ts\`).

## Which document
| address | for |
|---|---|
| \`/rest/align/api/docs/v2/swagger.json\` | OpenAPI 3.1 |
| \`...?openapi=3.0\` | tools that know 3.0 only. The value of a JSON Patch operation has no type there, so that generated Java can send lists and objects too; from 3.1 it can send texts, numbers and flags (\`findings/openapi-generator-values-of-any-type.sh\`) |
| \`...?media-types=site\` | the media types of bodies in the order of the real site's document: code that is generated from that one sends plain objects as \`application/json-patch+json\`, and POST and PUT take them |
`;
}
