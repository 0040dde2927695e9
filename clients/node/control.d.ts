// Generated from the description of the control API, GET /_emulator/openapi.json.

/** What a new sandbox is to be; everything may be left out, and every setting of a site is a key besides. */
export interface SandboxRequest {
  /** Lower-case letters, digits and hyphens; one is made up when left out. */
  name?: string;
  /** A shipped set (empty, minimal, demo), or records by collection. */
  fixtures?: unknown;
  /** Another sandbox whose records, tokens and settings it begins with. */
  from?: string;
  /** A snapshot of that sandbox. */
  snapshot?: string;
  /** Records besides. */
  seed?: Record<string, unknown>;
  /** Faults from the beginning. */
  faults?: Array<Fault>;
  /** What it can be found and ended by. */
  labels?: Record<string, string>;
  /** How long it lives, by its own clock; for ever when left out. */
  timeToLive?: string;
  /** A time at which its clock stands still; a running clock when left out. */
  clock?: string;
  [setting: string]: unknown;
}

/** Calls that go wrong on purpose, and how. */
export interface Fault {
  /** Which calls; all when left out. */
  match?: CallMatcher;
  /** What happens to them. */
  effect: Effect;
  /** For people. */
  description?: string;
}

/** Which calls are meant; everything that is said has to hold, nothing said means all. */
export interface CallMatcher {
  /** A method, or several of which it is one, in any case. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS' | Array<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS'>;
  /** The path in any case, with or without /rest/align/api/2 in front, the collection in the singular or the plural; * stands for one segment, ** at the end for the rest. */
  path?: string;
  /** A regular expression that is found in the path as it was sent. */
  pathPattern?: string;
  /** Options with their decoded values, with or without the dollar sign. */
  query?: Record<string, string | number | boolean>;
  /** Headers with their values. */
  header?: Record<string, string | number | boolean>;
  /** A part of the body that was sent. */
  bodyContains?: string;
  /** JSON that the body holds, where objects may hold more. */
  bodyJson?: unknown;
  /** The answer's status, or its class such as 4xx; 0 is a closed connection. */
  status?: string | number | boolean;
  /** Whose token the call carries: a persona's name or a user's id; nobody for none. */
  persona?: string | number | boolean;
  /** The id of the user whose token the call carries; nobody for none. */
  user?: string | number | boolean;
  /** The number of the first call, or a time by the clock of the site. */
  from?: number | string;
  /** The latest time by the clock of the site. */
  to?: string;
  /** A rule that acted on the call. */
  rule?: string | number | boolean;
  /** JSON pointer of a field that was sent and did nothing. */
  ignored?: string;
  /** A part of what the journal says about the fault that acted. */
  fault?: string | number | boolean;
  /** The only call, by its number. */
  nth?: number;
  /** How many calls at most. */
  times?: number;
  /** With which probability each call is chosen, above 0 and at most 1; the same calls at every run. */
  probability?: number;
  /** Another choice of the same probability. */
  seed?: number;
}

/** Answers with a status and the body that the real server gives with it; nothing is read and nothing applied. */
export interface EffectStatus {
  type: 'status';
  /** One of 400, 401, 403, 404, 405, 413, 415, 429, 500, 502, 503, 504. */
  code: number;
}

/** Answers 429 with the real text, as if the address had made one call too many. */
export interface EffectTooManyRequests {
  type: 'tooManyRequests';
  /** Seconds for the header Retry-After, 0 to 86400; left out, there is no such header. */
  retryAfter?: number;
  /** Whether the address is really blocked from this call on. */
  block?: boolean;
}

/** Lets the answer wait; the call itself runs at once. */
export interface EffectDelay {
  type: 'delay';
  /** PT0.001S to PT1M in whole milliseconds. */
  duration: string;
}

/** Lets the body of the answer trickle, a minute in all at most. */
export interface EffectDrip {
  type: 'drip';
  /** Bytes of a piece, 1 to 1000000. */
  bytesPerChunk: number;
  /** Between two pieces, PT0.001S to PT10S in whole milliseconds. */
  pause: string;
}

/** Closes the connection before anything is applied. */
export interface EffectCloseBefore {
  type: 'closeBefore';
}

/** Closes the connection without an answer after the call was applied. */
export interface EffectCloseAfter {
  type: 'closeAfter';
}

/** Sends the beginning of the body only, under the Content-Length of the whole; half of it when nothing is said. */
export interface EffectTruncatedBody {
  type: 'truncatedBody';
  /** Bytes to send, from 0; the last one is never sent. */
  bytes?: number;
  /** Part of the bytes to send, from 0 and less than 1; not beside bytes. */
  fraction?: number;
  /** Whether the body goes in chunks, of which the last is missing, with Connection: close; some clients take the cut for the end. */
  chunked?: boolean;
}

/** Breaks the end of a JSON body. */
export interface EffectMalformedJson {
  type: 'malformedJson';
}

/** Adds a property to each object of the answer. */
export interface EffectExtraProperty {
  type: 'extraProperty';
  /** A key that the record does not have. */
  name: string;
  /** Any JSON. */
  value: unknown;
}

/** Gives a field of each object of the answer a value of another JSON type. */
export interface EffectWrongType {
  type: 'wrongType';
  /** A key as the API spells it. */
  field: string;
}

/** Answers with the HTML page of a proxy that cannot pass the call on. */
export interface EffectProxyPage {
  type: 'proxyPage';
  /** 400 to 599; 502 when left out. */
  code?: number;
}

/** Sends the client elsewhere. */
export interface EffectRedirect {
  type: 'redirect';
  /** An absolute URL. */
  location: string;
  /** 301, 302, 303, 307 or 308; 307 when left out. */
  code?: number;
}

/** Ends the token of the call: it and every later call with it is told 401. */
export interface EffectUnauthorizedFromNowOn {
  type: 'unauthorizedFromNowOn';
}

/** Makes calls of the control API before the call is answered as usual: somebody else changes the site. */
export interface EffectMeanwhile {
  type: 'meanwhile';
  /** 1 to 20 calls, in their order. */
  calls: Array<EffectControlCall>;
}

export interface EffectControlCall {
  /** POST, PUT or DELETE. */
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
  /** Below the sandbox. */
  path: string;
  /** What the call takes. */
  body?: Record<string, unknown>;
}

/** Brings fixtures into a site, all of them or nothing. */
export interface ImportRequest {
  /** merge, besides what is there, or replace; merge when left out. */
  mode?: string;
  /** Records by collection. */
  fixtures: Record<string, unknown>;
}

/** Moves the time of a site: one of advance and set, or frozen. */
export interface ClockChange {
  /** How far it goes forward. */
  advance?: string;
  /** What it shows from now on; not beside advance. */
  set?: string;
  /** Whether it stands still from now on. */
  frozen?: boolean;
}

/** Changes what the rate limit of a site is, or what it remembers. */
export interface RateLimitChange {
  /** calls/seconds:seconds of the block, or off. */
  limit?: string;
  /** An address that is blocked now. */
  block?: string;
  /** An address whose calls and block are forgotten. */
  unblock?: string;
}

/** Settings of a site by their names on the command line, or in camel case. */
export interface SettingsChange {
  [setting: string]: unknown;
}

/** Asks whether calls were made. */
export interface VerifyRequest {
  /** Which calls; all when left out. */
  matcher?: CallMatcher;
  /** How many: a number, or {"atLeast": 1, "atMost": 2}; at least one when left out. */
  count?: VerifyRequestCount;
  /** How long to wait for calls that are still to come, up to PT1M of real time. */
  timeout?: string;
}

/** Whose token is generated; with a scope or an end it is one of Atlassian's sign-on, which goes with an email. */
export interface TokenRequest {
  /** Id of the user. */
  userId: number;
  /** What its holder may do at all. */
  scope?: unknown;
  /** When it is worth nothing any more, by the site's clock. */
  expires?: string;
}

/** A sandbox: where it is, and whose tokens work there. */
export interface SandboxInfo {
  /** Stands in X-Align-Sandbox and in <name>.localhost. */
  name: string;
  /** What a client is given in place of https://<site>.jiraalign.com. */
  baseUrl: string;
  /** Where its REST API begins. */
  apiUrl: string;
  /** A token of each persona by its name. */
  tokens: Record<string, string>;
  /** When it began, by its own clock. */
  created: string;
  /** When it ends, by its own clock; left out for never. */
  expires?: string;
  /** When a call came last, by its own clock. */
  lastUsed: string;
  /** What was written on it to find it by. */
  labels: Record<string, string>;
}

/** A state that was kept. */
export interface SnapshotInfo {
  /** Under which it was kept. */
  name: string;
  /** When, by the clock of the site. */
  taken: string;
  /** How many records differ from the beginning in it. */
  changes: number;
}

/** A record that differs from the beginning, or from a snapshot. */
export interface Change {
  /** Name of the resource, such as Epic. */
  resource: string;
  /** Of the record. */
  id: number;
  /** created, changed or removed. */
  kind: string;
  /** The fields that differ; of a record that came or went what it holds. */
  fields: Record<string, ChangeValues>;
}

/** A field before and after, as the REST API prints it. */
export interface ChangeValues {
  /** Left out for a record that came. */
  before?: unknown;
  /** Left out for a record that went. */
  after?: unknown;
}

/** The ids of what was brought in, by collection, in the order of the records. */
export interface ImportRequestResult {
  /** By collection. */
  ids: Record<string, Array<number>>;
}

/** What must not be in a site. */
export interface IntegrityReport {
  /** Whether there is nothing. */
  whole: boolean;
  /** What there is. */
  findings: Array<IntegrityReportFinding>;
}

/** Something that must not be. */
export interface IntegrityReportFinding {
  /** Name of the resource. */
  resource: string;
  /** Of the record; 0 when it is about the table. */
  id: number;
  /** Empty when it is about the record or the table. */
  field: string;
  /** What is wrong. */
  sentence: string;
}

/** The time of a site. */
export interface ClockState {
  /** What it shows. */
  now: string;
  /** Whether it stands still. */
  frozen: boolean;
}

/** The rate limit of a site and what it remembers. */
export interface RateLimitState {
  /** calls/seconds:seconds of the block, or off. */
  limit: string;
  /** What is remembered of each address. */
  addresses: Array<RateLimitStateAddress>;
}

/** What is remembered of an address. */
export interface RateLimitStateAddress {
  /** Of the client. */
  address: string;
  /** That count against the limit now. */
  calls: number;
  /** Whether its calls are answered 429. */
  blocked: boolean;
  /** For how long still; PT0S for not at all. */
  blockedFor: string;
}

/** Exchanges of the journal. */
export interface ExchangePage {
  /** Calls since the beginning or the last clearing. */
  total: number;
  /** How many of them are no longer kept. */
  dropped: number;
  /** How many that are kept meet the conditions. */
  matched: number;
  /** Those of the page. */
  requests: Array<Exchange>;
}

/** One call of the REST API and its answer; credentials are masked. */
export interface Exchange {
  /** Counts from 1 in the order in which answers were ready. */
  number: number;
  /** When the call came in, by the clock of the site. */
  time: string;
  /** Until the answer was ready, by the clock of the site. */
  duration: string;
  /** Name of the sandbox. */
  sandbox: string;
  /** Whose token the call carried; left out when it is nobody's. */
  user?: ExchangeUser;
  /** What was asked. */
  request: ExchangeRequest;
  /** What was answered. */
  response: ExchangeResponse;
  /** Rules that acted on the call. */
  rules: Array<string>;
  /** JSON pointers of the fields that were sent and did nothing. */
  ignored: Array<string>;
  /** Rules that were followed and may surprise: what was sent was read more leniently, or otherwise, than it looks. */
  notes: Array<string>;
  /** What went wrong on purpose; left out for nothing. */
  fault?: string;
}

/** A user whose token a call carries. */
export interface ExchangeUser {
  /** Id of the user. */
  id: number;
  /** What fixtures call the user. */
  persona: string;
}

/** What was asked. */
export interface ExchangeRequest {
  /** As sent. */
  method: string;
  /** As sent, not decoded. */
  path: string;
  /** As sent, without the question mark. */
  query: string;
  /** In their order. */
  headers: Array<ExchangeHeader>;
  /** Bytes of the body; left out for none. */
  bodyLength?: number;
  /** Whether the journal keeps the beginning only. */
  bodyTruncated?: boolean;
  /** JSON as JSON where it is whole, other text as text. */
  body?: unknown;
  /** A body that is no text, in Base64. */
  bodyBase64?: string;
}

/** A header; a name may stand several times. */
export interface ExchangeHeader {
  /** As sent. */
  name: string;
  /** Masked where it is a credential. */
  value: string;
}

/** What was answered. */
export interface ExchangeResponse {
  /** 0 when the connection was closed instead. */
  status: number;
  /** In their order. */
  headers: Array<ExchangeHeader>;
  /** Bytes of the body; left out for none. */
  bodyLength?: number;
  /** Whether the journal keeps the beginning only. */
  bodyTruncated?: boolean;
  /** JSON as JSON where it is whole, other text as text. */
  body?: unknown;
  /** A body that is no text, in Base64. */
  bodyBase64?: string;
  /** Ids of the records of a list, in their order, where the journal keeps the beginning of the body only. */
  ids?: Array<number>;
}

/** Whether calls were made as often as expected. */
export interface VerifyResult {
  /** Whether they were. */
  verified: boolean;
  /** The same for people, with what differs. */
  text: string;
  /** How many such calls there are. */
  count: number;
  /** Their numbers. */
  matched?: Array<number>;
  /** When there are too few: the calls that come closest. */
  nearMisses?: Array<VerifyResultNearMiss>;
}

/** A call that is not meant, and why not. */
export interface VerifyResultNearMiss {
  /** Of the exchange. */
  number: number;
  /** The exchange on one line. */
  call: string;
  /** One line a condition that does not hold. */
  differences: Array<string>;
}

/** A fault of a sandbox. */
export interface FaultInfo {
  /** Counts from 1. */
  id: number;
  /** Which calls. */
  match: CallMatcher;
  /** What happens to them. */
  effect: Effect;
  /** For people. */
  description?: string;
  /** Calls that met its conditions, but for the choice among them. */
  matches: number;
  /** Calls that it acted on. */
  hits: number;
}

/** A token and whose it is. */
export interface TokenInfo {
  /** Goes into the header Authorization; one with a scope by Basic, behind the user's email and a colon. */
  token: string;
  /** Id of the user. */
  userId: number;
  /** What its holder may do at all; only of a token of Atlassian's sign-on. */
  scope?: unknown;
  /** When it is worth nothing any more; nothing for never. */
  expires?: string;
}

/** What a call would be told, and why. */
export interface AccessExplanation {
  /** Id of the user. */
  user: number;
  /** As asked. */
  verb: string;
  /** As asked. */
  path: string;
  /** allowed, forbidden, invisible, .... */
  decision: string;
  /** Of the answer; left out where it depends on what is sent. */
  status?: number;
  /** The rule that decides. */
  rule: string;
  /** A sentence. */
  reason: string;
  /** What the role of the user lacks. */
  missingToggles: Array<string>;
  /** Teams of which any would be enough; the first hundred. */
  missingMemberships: Array<AccessExplanationMembership>;
}

/** A team that the user is no member of. */
export interface AccessExplanationMembership {
  /** Of the team. */
  teamId: number;
  /** Of the team. */
  teamName: string;
}

/** A rule that is only assumed of the real site and had a say in calls of the sandbox. */
export interface ReliedOn {
  /** Its id. */
  rule: string;
  /** How it is known: U, F or I; GET /_emulator/fidelity tells what the letters mean. */
  evidence: string;
  /** What it says. */
  says: string;
  /** How many calls it had a say in. */
  calls: number;
  /** What switches it off, for example LIFE-09=off; empty where nothing does. */
  switchedBy: string;
}

/** What the calls of a sandbox say until now of the client that made them, by the requirements of the conformance suite. */
export interface ClientVerdicts {
  /** Version of the suite. */
  version: number;
  /** Why nothing can be said of the client; empty when something can. */
  unjudged: string;
  /** Remarks on what was judged, a sentence each. */
  remarks: Array<string>;
  /** Ids of the requirements that the client does not meet. */
  failed: Array<string>;
  /** Every requirement, in the order of the suite. */
  verdicts: Array<ClientVerdictsVerdict>;
}

/** How a client does by one requirement. */
export interface ClientVerdictsVerdict {
  /** Permanent id of the requirement. */
  id: string;
  /** How much depends on it: MUST, SHOULD or MAY. */
  level: string;
  /** What a client has to do, in one sentence. */
  says: string;
  /** The rule of the site that makes it so. */
  rule: string;
  /** passed, failed, or not exercised: nothing happened that it speaks of. */
  state: string;
  /** Where it is not met. */
  failures: Array<ClientVerdictsFailure>;
}

/** Where a requirement is not met. */
export interface ClientVerdictsFailure {
  /** What was expected and what was found. */
  expected: string;
  /** The exchanges that show it, as text. */
  calls: Array<string>;
}

export type Effect = EffectStatus | EffectTooManyRequests | EffectDelay | EffectDrip | EffectCloseBefore | EffectCloseAfter | EffectTruncatedBody | EffectMalformedJson | EffectExtraProperty | EffectWrongType | EffectProxyPage | EffectRedirect | EffectUnauthorizedFromNowOn | EffectMeanwhile;

/** How many calls. */
export type VerifyRequestCount = number | { atLeast?: number; atMost?: number };
