// The client under test: what an integration with Jira Align needs, and no more.

import { setTimeout } from 'node:timers/promises';

const PAGE_SIZE = 100;
const BLOCK_SECONDS = 61; // Jira Align blocks for 60 seconds after too many calls; one more for clocks that differ
const PAUSE_SECONDS = 1;
const ATTEMPTS = 3;

export class AlignError extends Error {
  constructor(method, url, status, body) {
    super(`${method} ${url}: ${status} ${body.slice(0, 200)}`);
    this.name = 'AlignError';
    this.status = status;
  }
}

export class AlignClient {
  #apiUrl;
  #token;
  #sleep;

  constructor(siteUrl, token, sleep = (seconds) => setTimeout(seconds * 1000)) {
    this.#apiUrl = `${siteUrl}/rest/align/api/2`;
    this.#token = token;
    this.#sleep = sleep;
  }

  /** All records, page by page, until a page is short. */
  async list(collection) {
    const records = [];
    for (;;) {
      const query = new URLSearchParams({ $orderby: 'id', $top: PAGE_SIZE, $skip: records.length });
      const response = await this.#send('GET', `/${collection}?${query}`);
      const page = await response.json();
      records.push(...page);
      if (page.length < PAGE_SIZE) return records;
    }
  }

  /** The id of the new record. */
  async create(collection, record) {
    const response = await this.#send('POST', `/${collection}`, record);
    return response.json();
  }

  async update(collection, id, fields) {
    const patch = Object.entries(fields).map(([name, value]) => ({ op: 'replace', path: `/${name}`, value }));
    await this.#send('PATCH', `/${collection}/${id}`, patch);
  }

  async #send(method, path, body) {
    const url = this.#apiUrl + path;
    const headers = { Authorization: `bearer ${this.#token}` };
    if (body) headers['Content-Type'] = 'application/json';

    for (let attempt = 1; ; attempt++) {
      const signal = AbortSignal.timeout(30_000);
      const response = await fetch(url, { method, headers, body: body && JSON.stringify(body), signal });
      if (response.ok) return response;

      const text = await response.text();
      const pause = pauseBeforeRetry(method, response.status);
      if (pause === undefined || attempt === ATTEMPTS) throw new AlignError(method, url, response.status, text);
      await this.#sleep(pause);
    }
  }
}

/** Seconds to wait, or undefined where a retry is of no use or might write twice. */
function pauseBeforeRetry(method, status) {
  if (status === 429) return BLOCK_SECONDS;
  if (status >= 500 && method === 'GET') return PAUSE_SECONDS;
  return undefined;
}
