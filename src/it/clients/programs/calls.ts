/** The eight calls, with whichever client knows how to make them. */
export interface Epic {
  id?: number;
  title?: string | null;
  state?: number;
}

/** What a client was told: a value, or a refusal with its words. */
export interface Told<T> {
  status: number;
  value?: T;
  words?: string;
}

export interface Client {
  list(options: { $filter?: string; $select?: string; $top?: number }): Promise<Told<Epic[]>>;
  get(id: number): Promise<Told<Epic>>;
  create(epic: { title: string; primaryProgramId: number }): Promise<Told<number>>;
  replaceTitle(id: number, title: string): Promise<Told<unknown>>;
}

export const url = process.env.ALIGN_URL as string;
export const token = process.env.ALIGN_TOKEN as string;

const EPIC = 1001;

async function call(name: string, right: () => Promise<boolean>) {
  try {
    console.log(((await right()) ? 'right ' : 'WRONG ') + name);
  } catch (e) {
    console.log(`WRONG ${name}: ${e}`);
  }
}

function refused(told: Told<unknown>, status: number, words: string): boolean {
  return told.status === status && (told.words ?? '').startsWith(words);
}

export async function makeCalls(client: Client) {
  await call('list with $filter', async () => (await client.list({ $filter: 'id le 1003' })).value?.length === 3);
  await call('list with $select', async () => {
    const rows = (await client.list({ $select: 'id,title', $top: 2 })).value ?? [];
    return rows.length === 2 && !!rows[0]?.title && rows[0]?.state === undefined;
  });
  await call('get', async () => (await client.get(EPIC)).value?.id === EPIC);
  await call('create', async () => {
    const told = await client.create({ title: 'Made by a client', primaryProgramId: 1 });
    return typeof told.value === 'number' && told.value > EPIC;
  });
  await call('patch', async () => {
    await client.replaceTitle(EPIC, 'Patched');
    return (await client.get(EPIC)).value?.title === 'Patched';
  });
  await call('400', async () => refused(await client.list({ $filter: 'id eq' }), 400, 'Cannot find epics.'));
  await call('404', async () => refused(await client.get(999999999), 404, 'Cannot get epic with id 999999999.'));
  await call('429', async () => refused(await client.get(EPIC), 429, '429 too many requests'));
}
