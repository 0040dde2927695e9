import { Configuration, EpicsApi, ResponseError } from './generated';
import { makeCalls, token, url, type Told } from './calls';

const epics = new EpicsApi(new Configuration({ basePath: url, accessToken: token }));

async function told<T>(call: Promise<T>): Promise<Told<T>> {
  try {
    return { status: 200, value: await call };
  } catch (e) {
    const response = (e as ResponseError).response;
    return { status: response.status, words: await response.text() };
  }
}

makeCalls({
  list: options => told(epics.listEpics(options)),
  get: id => told(epics.getEpic({ id })),
  create: epicWrite => told(epics.createEpic({ epicWrite })),
  replaceTitle: (id, title) =>
    told(epics.patchEpic({ id, jsonPatchOperation: [{ op: 'replace', path: '/title', value: title }] })),
});
