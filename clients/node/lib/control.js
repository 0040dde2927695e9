/** The emulator does not do what it was asked to; the message is its sentence. */
export class ControlError extends Error {
  constructor(message, status, options) {
    super(message, options);
    this.name = 'ControlError';
    this.status = status;
  }
}

/** Calls of the control API below an address. */
export class Control {
  #base;
  #token;

  constructor(base, token) {
    this.#base = base;
    this.#token = token;
  }

  below(path) {
    return new Control(this.#base + path, this.#token);
  }

  get(path = '') {
    return this.call('GET', path);
  }

  /** What is answered: JSON as a value, other content as text. */
  async call(method, path, body) {
    const headers = this.#headers();
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const response = await this.#send(this.#base + path, { method, headers, body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new ControlError(reason(response.status, text), response.status);
    return response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : text;
  }

  /** Server-sent events, told to a listener until closed; returns when the emulator listens. */
  async follow(path, listener) {
    const stop = new AbortController();
    const response = await this.#send(this.#base + path, { headers: this.#headers(), signal: stop.signal });
    if (!response.ok) throw new ControlError(reason(response.status, await response.text()), response.status);
    const chunks = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const first = await chunks.read();
    const over = read(chunks, first.value ?? '', listener).catch((cause) => {
      if (!stop.signal.aborted || cause.name !== 'AbortError') throw cause; // what the listener threw is told, also when it was closed at that moment
    });
    over.catch(() => {}); // close tells it
    return new Following(stop, over);
  }

  #headers() {
    return this.#token ? { 'X-Control-Token': this.#token } : {};
  }

  async #send(url, request) {
    try {
      return await fetch(url, request);
    } catch (cause) {
      throw new ControlError(`The emulator at ${this.#base} does not answer: ${cause.cause ?? cause}`, 0, { cause });
    }
  }
}

/** Listens until it is closed. */
export class Following {
  #stop;
  #over;

  constructor(stop, over) {
    this.#stop = stop;
    this.#over = over;
  }

  /** Resolves when the listener is told nothing more; rejects with what the listener threw. */
  async close() {
    this.#stop.abort();
    await this.#over;
  }

  [Symbol.asyncDispose]() {
    return this.close();
  }
}

async function read(chunks, begun, listener) {
  let text = begun;
  for (;;) {
    const lines = text.split('\n');
    text = lines.pop();
    for (const line of lines) if (line.startsWith('data: ')) listener(JSON.parse(line.slice('data: '.length)));
    const { done, value } = await chunks.read();
    if (done) return;
    text += value;
  }
}

function reason(status, text) {
  try {
    return JSON.parse(text).error ?? text;
  } catch {
    return `The emulator answered ${status} ${text}`;
  }
}

/** Seconds, or the text of an ISO 8601 duration. */
export const duration = (value) => (typeof value === 'number' ? `PT${value}S` : value);

/** A Date, or the text of an ISO 8601 time. */
export const instant = (value) => (value instanceof Date ? value.toISOString() : value);

/** A text as a segment of a path or a value of a query. */
export const encoded = encodeURIComponent;
