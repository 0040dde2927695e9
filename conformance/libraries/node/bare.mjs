// A client that makes one HTTP call for each task and decides nothing: what shows is what the library decides.
// Its argument names one of the senders in senders.mjs. Where time is virtual, a library that waits turns the site's clock.

import { request } from "node:http";

const { ALIGN_URL, ALIGN_TOKEN, ALIGN_TASK, ALIGN_CLOCK, ALIGN_TIMEOUT = "30" } = process.env;
const BASE = `${ALIGN_URL}/rest/align/api/2`;
const TIMEOUT = Number(ALIGN_TIMEOUT) * 1000;
const SHORTEST_WAIT = 250;

let waited = 0;
const realTimeout = globalThis.setTimeout;

const CLOCKWORK = /util[\\/]timers\.js|node:internal\/deps\/undici|follow-redirects|timed-out/;

/** The clock is turned in place of waiting. The timeouts of calls, and the clockwork within undici, stay as they are. */
function timeout(callback, delay = 0, ...rest) {
  const stack = new Error().stack;
  const isTimeout = (delay === TIMEOUT || CLOCKWORK.test(stack)) && !stack.includes("retry-handler");
  const isWait = ALIGN_CLOCK && delay >= SHORTEST_WAIT && !isTimeout;
  if (!isWait) return realTimeout(callback, delay, ...rest);
  waited += delay / 1000;
  const turned = request(ALIGN_CLOCK, { method: "PUT", agent: false, headers: { "Content-Type": "application/json" } }, (answer) => {
    answer.resume();
    answer.on("end", () => callback(...rest));
  });
  turned.end(JSON.stringify({ advance: `PT${(delay / 1000).toFixed(3)}S` }));
  return realTimeout(() => {}, 0);
}
globalThis.setTimeout = timeout;

const { SENDERS } = await import("./senders.mjs");
const send = await SENDERS[process.argv[2]](TIMEOUT);

function call({ operation, resource, id, record, changes }) {
  const headers = { Authorization: `Bearer ${ALIGN_TOKEN}` };
  const url = `${BASE}/${resource}`;
  switch (operation) {
    case "list":
      return send("GET", url, headers);
    case "get":
      return send("GET", `${url}/${id}`, headers);
    case "delete":
      return send("DELETE", `${url}/${id}`, headers);
    case "create":
      return send("POST", url, { ...headers, "Content-Type": "application/json" }, JSON.stringify(record));
    case "patch": {
      const operations = Object.entries(changes).map(([key, value]) => ({ op: "replace", path: `/${key}`, value }));
      return send("PATCH", `${url}/${id}`, { ...headers, "Content-Type": "application/json-patch+json" }, JSON.stringify(operations));
    }
    default:
      throw new Error(`unknown operation ${operation}`);
  }
}

async function report(task) {
  const began = performance.now();
  const before = waited;
  let made;
  try {
    const { status, body } = await call(task);
    if (status < 200 || status > 299) {
      made = { ok: false, status, message: String(body) };
    } else {
      const value = ["delete", "patch"].includes(task.operation) ? null : JSON.parse(body);
      // what the library calls a success stays one, also without an id
      made = { ok: true, value: task.operation !== "create" || typeof value === "number" ? value : (value.id ?? -1) };
    }
  } catch (error) {
    made = { ok: false, message: `${error} ${error.cause ?? ""}` };
  }
  return { ...made, took: (performance.now() - began) / 1000 + waited - before };
}

const task = JSON.parse(ALIGN_TASK);
let printed;
if (task.operation === "batch") {
  printed = { results: [] };
  for (const each of task.tasks) printed.results.push(await report(each));
} else {
  printed = await report(task);
}
process.stdout.write(`${JSON.stringify(printed)}\n`, () => process.exit(0));
