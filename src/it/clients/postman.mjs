// The document as a Postman collection, every request of it sent once: reads first, then what makes and changes, then what deletes, the innermost first.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';

const ORDER = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function requests(items) {
  return items.flatMap(item => (item.item ? requests(item.item) : [item]));
}

export async function collection(work, document, site, token) {
  const require = createRequire(join(work, 'package.json'));
  const converter = require('openapi-to-postmanv2');
  const newman = require('newman');
  const made = await new Promise((done, failed) =>
    converter.convertV2({ type: 'string', data: document }, { parametersResolution: 'Example', requestParametersResolution: 'Example' }, (error, result) =>
      error || !result.result ? failed(error ?? new Error(result.reason)) : done(result.output[0].data)));
  const depth = item => item.request.url.path.length;
  const rank = item => ORDER.indexOf(item.request.method);
  const items = requests(made.item).sort((a, b) => rank(a) - rank(b) || (a.request.method === 'DELETE' ? depth(b) - depth(a) : 0));
  for (const item of items) item.request.auth = { type: 'bearer', bearer: [{ key: 'token', value: token, type: 'string' }] };
  const sent = { ...made, item: items, auth: undefined };
  writeFileSync(join(work, 'collection.json'), JSON.stringify(sent, null, 1));
  const outcomes = [];
  await new Promise((done, failed) =>
    newman
      .run({ collection: sent, envVar: [{ key: 'baseUrl', value: site }], reporters: [] }, error => (error ? failed(error) : done()))
      .on('request', (error, args) =>
        outcomes.push({ name: `${args.item.name} (${args.request.method})`, status: args.response?.code ?? String(error),
          url: args.request.url.toString(), body: args.response?.text().slice(0, 200) })));
  const unexpected = outcomes.filter(each => !(each.status >= 200 && each.status < 300));
  console.log(`newman: ${outcomes.length} requests, ${unexpected.length} not 2xx`);
  unexpected.slice(0, 20).forEach(each => console.log(JSON.stringify(each)));
  return { requests: outcomes.length, unexpected };
}
