import type {
  AccessExplanation,
  CallMatcher,
  Change,
  ClientVerdicts,
  ClockState,
  Effect,
  Exchange,
  Fault,
  FaultInfo,
  IntegrityReport,
  RateLimitState,
  ReliedOn,
  SandboxInfo,
  SandboxRequest,
  SnapshotInfo,
  TokenRequest,
  VerifyRequestCount,
  VerifyResult,
} from './control.js';

export type * from './control.js';

/** Seconds, or the text of an ISO 8601 duration, `PT61S`. */
export type Duration = number | string;

/** A time, also as text, `2026-01-05T09:00:00Z`. */
export type Instant = Date | string;

/** A record as the REST API prints it, without `self`. */
export type Row = Record<string, any>;

/** Settings by their names in camel case, `rateLimit`, or as on the command line, `rate-limit`. */
export type Settings = Record<string, string | number | boolean>;

/** What a new sandbox is to be; every setting of a site is a key besides. */
export interface SandboxOptions extends Omit<SandboxRequest, 'clock' | 'timeToLive'> {
  /** A time at which its clock stands still; a running clock when left out. */
  clock?: Instant;
  /** How long it lives, by its own clock; for ever when left out. */
  timeToLive?: Duration;
}

export interface StartOptions {
  /** The jar of the emulator; what ALIGN_JAR names when left out. */
  jar?: string;
  /** An image of the emulator, which is started instead of a jar. */
  image?: string;
  /** The command that runs the jar. */
  java?: string;
  /** The command that runs the image. */
  docker?: string;
  /** Settings of the server, `{ fixtures: 'minimal' }`. */
  settings?: Settings;
}

/** Which calls are meant, how many of them, and how long to wait for those that are still to come. */
export interface Calls extends CallMatcher {
  /** A number, or `{ atLeast, atMost }`; at least one when left out. */
  count?: VerifyRequestCount;
  /** Up to a minute of real time. */
  within?: Duration;
}

/** The emulator does not do what it was asked to; the message is its sentence. */
export class ControlError extends Error {
  /** Of the control API's answer; 0 when there was none. */
  readonly status: number;
}

/** An emulator that runs somewhere, and its sandboxes. */
export class Emulator {
  /** One that runs already. */
  static connect(url: string, options?: { controlToken?: string }): Emulator;
  /** Starts a jar or an image on a free port. It ends with `stop()`, or when this process ends, however that comes. */
  static start(options?: StartOptions): Promise<Emulator>;
  /** The one that ALIGN_URL names; without that variable, one is started. */
  static find(options?: StartOptions): Promise<Emulator>;

  private constructor();

  /** Scheme, host and port. */
  readonly url: string;
  /** Ends the server if it was started here. */
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
  newSandbox(options?: SandboxOptions): Promise<Sandbox>;
  /** The sandbox that is always there, or another one by its name. */
  sandbox(name?: string): Promise<Sandbox>;
  sandboxes(): Promise<SandboxInfo[]>;
  /** Ends the sandboxes that have a label with that value. */
  endSandboxes(label: string, value: string): Promise<void>;
}

/** A site of its own: records, users, clock, limit, faults and journal that nobody else sees. */
export class Sandbox {
  private constructor();

  readonly name: string;
  /** What a client takes for `https://<site>.jiraalign.com`. */
  readonly baseUrl: string;
  /** Where the REST API begins. */
  readonly apiUrl: string;
  /** A token for each persona by name, as they were when this was made. */
  readonly tokens: Record<string, string>;

  readonly clock: Clock;
  readonly faults: Faults;
  readonly rateLimit: RateLimit;
  readonly requests: Requests;
  readonly snapshots: Snapshots;
  readonly world: World;

  /** The token of a persona; throws when the fixtures call nobody so. */
  token(persona: string): string;
  /** A new token for a user; one of the site ends those the user had. */
  newToken(userId: number, options?: { scope?: TokenRequest['scope']; expires?: Instant }): Promise<string>;
  /** Stores records without asking whether a client could, and gives their ids. */
  seed(collection: string, records: Row | Row[]): Promise<number[]>;
  settings(): Promise<Record<string, string>>;
  set(settings: Settings): Promise<void>;
  /** What a user's call would be told, and why. */
  access(userId: number, method: string, path: string): Promise<AccessExplanation>;
  /** The rules that had a say in the calls and are only assumed of the real site. */
  reliedOn(): Promise<ReliedOn[]>;
  /** Brings everything back to the beginning. */
  reset(): Promise<void>;
  /** Ends it; the default one is reset. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** The time of a sandbox: stamps, the rate limit, the journal and the time to live go by it. */
export interface Clock {
  now(): Promise<Date>;
  state(): Promise<ClockState>;
  advance(time: Duration): Promise<void>;
  /** It runs on from there unless it stands still. */
  set(time: Instant): Promise<void>;
  /** Stops it, at a time when one is given. */
  freeze(time?: Instant): Promise<void>;
  resume(): Promise<void>;
}

/** What goes wrong on purpose. */
export interface Faults {
  /** Adds a fault for the calls that are meant, all when nothing is said, and gives its id. */
  add(effect: Effect, match?: CallMatcher, description?: Fault['description']): Promise<number>;
  all(): Promise<FaultInfo[]>;
  get(id: number): Promise<FaultInfo>;
  remove(id: number): Promise<void>;
  clear(): Promise<void>;
}

export interface RateLimit {
  state(): Promise<RateLimitState>;
  /** `calls/seconds:seconds of the block`, or `off`. */
  set(limit: string): Promise<void>;
  /** Blocks an address now, as if it had made one call too many. */
  block(address: string): Promise<void>;
  unblock(address: string): Promise<void>;
  reset(): Promise<void>;
}

/** The journal: what was asked and answered, with credentials masked. */
export interface Requests {
  /** The oldest first. */
  all(): Promise<Exchange[]>;
  get(number: number): Promise<Exchange>;
  /** The newest exchanges for people. */
  text(newest?: number): Promise<string>;
  har(): Promise<unknown>;
  /** What they say until now of the client that made them, by the requirements of the conformance suite. */
  verdicts(): Promise<ClientVerdicts>;
  /** Throws an AssertionError, with the calls that come nearest, unless the calls were made. */
  verify(calls: Calls): Promise<void>;
  check(calls?: Calls): Promise<VerifyResult>;
  count(matcher?: CallMatcher): Promise<number>;
  /** Tells every exchange that follows until closed. Resolves when the emulator listens, so no call made afterwards is missed. */
  follow(listener: (exchange: Exchange) => void): Promise<Following>;
  clear(): Promise<void>;
}

export interface Following extends AsyncDisposable {
  /** Resolves when the listener is told nothing more; rejects with what the listener threw. */
  close(): Promise<void>;
}

export interface Snapshots {
  put(name: string): Promise<void>;
  restore(name: string): Promise<void>;
  delete(name: string): Promise<void>;
  get(name: string): Promise<SnapshotInfo>;
  all(): Promise<SnapshotInfo[]>;
}

/** The records, whoever may see them; nothing here counts against the rate limit or is written to the journal. */
export interface World {
  all(collection: string): Promise<Row[]>;
  get(collection: string, id: number): Promise<Row>;
  seed(collection: string, records: Row | Row[]): Promise<number[]>;
  /** Brings fixtures in, besides what is there, and gives the ids by collection. */
  merge(fixtures: Record<string, unknown>): Promise<Record<string, number[]>>;
  /** Puts fixtures in the place of everything that is there. */
  replace(fixtures: Record<string, unknown>): Promise<Record<string, number[]>>;
  export(): Promise<Record<string, unknown>>;
  /** What differs from the beginning, or from a snapshot. */
  changes(since?: string): Promise<Change[]>;
  changesText(since?: string): Promise<string>;
  integrity(): Promise<IntegrityReport>;
}
