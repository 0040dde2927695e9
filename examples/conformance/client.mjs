// A typical client of the Jira Align REST API with fetch, as a command that the conformance suite can start.
// It is neither made perfect nor made wrong for the suite; README.md says how it does.

const { ALIGN_URL, ALIGN_TOKEN, ALIGN_EMAIL, ALIGN_TASK, ALIGN_CLOCK, ALIGN_TIMEOUT = "30" } = process.env;
const BASE = `${ALIGN_URL}/rest/align/api/2`;
const PAGE = 100;
const AUTHORIZATION = ALIGN_EMAIL
  ? `Basic ${Buffer.from(`${ALIGN_EMAIL}:${ALIGN_TOKEN}`).toString("base64")}`
  : `Bearer ${ALIGN_TOKEN}`;

class Failure extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Where time is virtual, the site's clock is turned instead of waiting. */
async function wait(seconds) {
  if (ALIGN_CLOCK) {
    await fetch(ALIGN_CLOCK, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ advance: `PT${seconds}S` }),
    });
  } else {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

async function call(method, path, body, contentType = "application/json") {
  const attempts = method === "GET" ? 3 : 1;
  for (let attempt = 1; ; attempt++) {
    let response;
    let text;
    try {
      response = await fetch(BASE + path, {
        method,
        headers: { Authorization: AUTHORIZATION, ...(body && { "Content-Type": contentType }) },
        body: body && JSON.stringify(body),
        redirect: "manual", // of a redirected write fetch would make a GET
        signal: AbortSignal.timeout(Number(ALIGN_TIMEOUT) * 1000),
      });
      text = await response.text();
    } catch (error) {
      if (attempt < attempts) continue;
      throw new Failure(0, `no answer: ${error.message}`);
    }
    if (response.status === 429) {
      await wait(Number(response.headers.get("Retry-After") ?? 60));
      attempt--;
      continue;
    }
    if (response.status >= 500 && attempt < attempts) continue;
    if (!response.ok) throw new Failure(response.status, `${response.status}: ${text}`);
    return text;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(0, `the answer is no JSON: ${error.message}`);
  }
}

const literal = (value) => (typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value));

async function list({ resource, filter, where = {}, select, orderby, expand, live }) {
  const terms = [
    ...(filter ? [filter] : []),
    ...Object.entries(where).map(([field, value]) => `${field} eq ${literal(value)}`),
    ...(live ? ["isRecycled ne 1", "isCanceled ne 1"] : []),
  ];
  const options = new URLSearchParams({ $top: PAGE });
  if (terms.length) options.set("$filter", terms.map((term) => `(${term})`).join(" and "));
  if (select) options.set("$select", select.join(","));
  if (orderby) options.set("$orderby", orderby);
  if (expand) options.set("expand", "true");
  const rows = [];
  for (;;) {
    options.set("$skip", rows.length);
    const page = parsed(await call("GET", `/${resource}?${options}`));
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}

async function create({ resource, record }) {
  const answer = parsed(await call("POST", `/${resource}`, record));
  return typeof answer === "object" ? answer.id : answer;
}

async function patch({ resource, id, changes }) {
  const operations = Object.entries(changes).map(([field, value]) => ({ op: "replace", path: `/${field}`, value }));
  await call("PATCH", `/${resource}/${id}`, operations, "application/json-patch+json");
}

const OPERATIONS = {
  list,
  create,
  patch,
  get: async ({ resource, id }) => parsed(await call("GET", `/${resource}/${id}`)),
  whoami: async () => parsed(await call("GET", "/Users/whoami")),
  delete: async ({ resource, id }) => void (await call("DELETE", `/${resource}/${id}`)),
  replace: async ({ resource, id, record }) => void (await call("PUT", `/${resource}/${id}`, record)),
};

async function perform(task) {
  try {
    return { ok: true, value: await OPERATIONS[task.operation](task) };
  } catch (failure) {
    return { ok: false, status: failure.status ?? 0, message: failure.message };
  }
}

const task = JSON.parse(ALIGN_TASK);
let report;
if (task.operation === "batch") {
  report = { results: [] };
  for (const each of task.tasks) report.results.push(await perform(each));
} else {
  report = await perform(task);
}
console.log(JSON.stringify(report));
