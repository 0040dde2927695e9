// A library each: (timeout in ms) => async (method, url, headers, body) => ({ status, body }). Only the timeout is set, and what the settings of its data file say.

const ofFetch = (fetch, timeout, more = {}) => async (method, url, headers, body) => {
  const response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(timeout), ...more });
  return { status: response.status, body: await response.text() };
};

/** undici's request on an agent. */
const ofRequest = (request, timeout, dispatcher) => async (method, url, headers, body) => {
  const response = await request(url, { method, headers, body, headersTimeout: timeout, bodyTimeout: timeout, dispatcher });
  return { status: response.statusCode, body: await response.body.text() };
};

const ofAxios = (client, timeout) => async (method, url, headers, data) => {
  try {
    const response = await client.request({ method, url, headers, data, timeout, responseType: "text", transformResponse: (text) => text });
    return { status: response.status, body: response.data };
  } catch (error) {
    if (!(error.response?.status > 299)) throw error;
    return { status: error.response.status, body: error.response.data };
  }
};

const ofSuperagent = (superagent, timeout, retries) => async (method, url, headers, body) => {
  let request = superagent(method, url).set(headers).timeout({ response: timeout });
  if (retries) request = request.retry(retries);
  if (body) request = request.send(body);
  try {
    const response = await request;
    return { status: response.status, body: response.text };
  } catch (error) {
    if (!(error.response?.status > 299)) throw error;
    return { status: error.response.status, body: error.response.text };
  }
};

const ofGot = (got, timeout, more = {}) => async (method, url, headers, body) => {
  const response = await got(url, { method, headers, body, timeout: { request: timeout }, throwHttpErrors: false, ...more });
  return { status: response.statusCode, body: response.body };
};

const ofKy = (ky, timeout, more = {}) => async (method, url, headers, body) => {
  try {
    const response = await ky(url, { method, headers, body, timeout, ...more });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    if (!error.response) throw error;
    return { status: error.response.status, body: error.message };
  }
};

export const SENDERS = {
  fetch: async (timeout) => ofFetch(fetch, timeout),
  undici: async (timeout) => ofRequest((await import("undici")).request, timeout),
  "undici-retry-agent": async (timeout) => {
    const { request, RetryAgent, Agent } = await import("undici");
    return ofRequest(request, timeout, new RetryAgent(new Agent()));
  },
  "undici-fetch": async (timeout) => ofFetch((await import("undici")).fetch, timeout),
  axios: async (timeout) => ofAxios((await import("axios")).default.create(), timeout),
  "axios-retry": async (timeout) => {
    const client = (await import("axios")).default.create();
    (await import("axios-retry")).default(client);
    return ofAxios(client, timeout);
  },
  "axios-retry-exponential": async (timeout) => {
    const client = (await import("axios")).default.create();
    const { default: axiosRetry, exponentialDelay, isNetworkOrIdempotentRequestError } = await import("axios-retry");
    const retryCondition = (error) => isNetworkOrIdempotentRequestError(error) || error.response?.status === 429;
    axiosRetry(client, { retries: 3, retryDelay: exponentialDelay, retryCondition });
    return ofAxios(client, timeout);
  },
  got: async (timeout) => ofGot((await import("got")).default, timeout),
  "got-post": async (timeout) => ofGot((await import("got")).default, timeout, { retry: { methods: ["GET", "POST", "PATCH", "DELETE"] } }),
  ky: async (timeout) => ofKy((await import("ky")).default, timeout),
  "node-fetch": async (timeout) => ofFetch((await import("node-fetch")).default, timeout),
  superagent: async (timeout) => ofSuperagent((await import("superagent")).default, timeout),
  "superagent-retry": async (timeout) => ofSuperagent((await import("superagent")).default, timeout, 2),
  "fetch-retry": async (timeout) => ofFetch((await import("fetch-retry")).default(globalThis.fetch), timeout),
  "fetch-retry-on": async (timeout) => ofFetch((await import("fetch-retry")).default(globalThis.fetch), timeout, { retryOn: [429, 503] }),
  needle: async (timeout) => {
    const needle = (await import("needle")).default;
    return async (method, url, headers, body) => {
      const response = await needle(method.toLowerCase(), url, body ?? null, { headers, response_timeout: timeout, parse_response: false });
      return { status: response.statusCode, body: response.body.toString() };
    };
  },
};
