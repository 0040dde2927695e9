import createClient from 'openapi-fetch';
import type { paths } from './generated';
import { makeCalls, token, url, type Told } from './calls';

const client = createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${token}` } });

// Answers are JSON and refusals are words: the library is told which it is by the call.
function told<T>(answer: { data?: T; error?: unknown; response: Response }): Told<T> {
  return { status: answer.response.status, value: answer.data, words: String(answer.error) };
}

makeCalls({
  list: async query => told(await client.GET('/rest/align/api/2/Epics', { params: { query } })),
  get: async id => told(await client.GET('/rest/align/api/2/Epics/{id}', { params: { path: { id } } })),
  create: async body => told(await client.POST('/rest/align/api/2/Epics', { body })),
  replaceTitle: async (id, value) =>
    told(
      await client.PATCH('/rest/align/api/2/Epics/{id}', {
        params: { path: { id } },
        body: [{ op: 'replace', path: '/title', value }],
      }),
    ),
});
