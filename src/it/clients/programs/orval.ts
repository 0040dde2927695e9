import { createEpic, getEpic, listEpics, patchEpic } from './generated/client';
import { makeCalls, token, type Told } from './calls';

const signedIn = { headers: { Authorization: `Bearer ${token}` } };

function told<T>(answer: { status: number; data: unknown }): Told<T> {
  return answer.status < 400
    ? { status: answer.status, value: answer.data as T }
    : { status: answer.status, words: String(answer.data) };
}

makeCalls({
  list: async options => told(await listEpics(options, signedIn)),
  get: async id => told(await getEpic(id, undefined, signedIn)),
  create: async epic => told(await createEpic(epic, signedIn)),
  replaceTitle: async (id, value) =>
    told(await patchEpic(id, [{ op: 'replace', path: '/title', value }], signedIn)),
});
