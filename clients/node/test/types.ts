// Compiled, never run: what a program in TypeScript may write, and what it may not.
import { type CallMatcher, ControlError, Emulator, type Fault } from 'jira-align-emulator';

await using emulator = await Emulator.start({ jar: 'align.jar', settings: { fixtures: 'minimal', metrics: false } });
await using site = await emulator.newSandbox({ clock: new Date(), timeToLive: 600, pageCap: 5 });

const ids: number[] = await site.seed('Regions', [{ name: 'North' }]);
const calls: CallMatcher = { method: ['PUT', 'PATCH'], path: '/regions/*', query: { $top: 5 } };
const fault: Fault = { match: calls, effect: { type: 'delay', duration: 'PT2S' } };
await site.faults.add(fault.effect, { ...calls, nth: 2 });
await site.requests.verify({ ...calls, count: { atLeast: 1 }, within: 5 });
await using following = await site.requests.follow(({ response }) => response.status.toFixed());
const since: Date = await site.clock.now();
const [change] = await site.world.changes();
const after: unknown = change.fields.name.after;
const status: number | undefined = (await site.requests.get(ids[0])).response.status;

// @ts-expect-error an effect that there is not
await site.faults.add({ type: 'explode' });
// @ts-expect-error an effect without what it needs
await site.faults.add({ type: 'status' });
// @ts-expect-error a key that no matcher has
await site.requests.verify({ verb: 'GET' });

export { after, ControlError, following, since, status };
