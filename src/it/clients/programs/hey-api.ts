import { createEpic, getEpic, listEpics, patchEpic } from './generated';
import { client } from './generated/client.gen';
import { makeCalls, token, url, type Told } from './calls';

client.setConfig({ baseUrl: url, auth: token });

function told<T>(answer: { data?: T; error?: unknown; response?: Response }): Told<T> {
  return { status: answer.response?.status ?? 0, value: answer.data, words: String(answer.error) };
}

makeCalls({
  list: async query => told(await listEpics({ query })),
  get: async id => told(await getEpic({ path: { id } })),
  create: async body => told(await createEpic({ body })),
  replaceTitle: async (id, value) =>
    told(await patchEpic({ path: { id }, body: [{ op: 'replace', path: '/title', value }] })),
});
