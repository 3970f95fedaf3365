import type { Story } from '#core/article/model';
import { newStory, textBlock } from '#core/article/story';
import type { EventName, Events, MethodName } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { Desk } from '../../../renderer/desk';

export interface FakeDesk extends Desk {
  readonly calls: { readonly name: MethodName; readonly args: readonly unknown[] }[];
  /** Answers the next call of a method; without one, `answers` or a failure. */
  readonly next: (name: MethodName, answer: Result<unknown> | Promise<Result<unknown>>) => void;
  readonly emit: <Name extends EventName>(event: Name, payload: Events[Name]) => void;
  readonly named: (name: MethodName) => readonly (readonly unknown[])[];
}

/** A client of the contract whose answers a test lays ready. */
export function fakeDesk(
  answers: Partial<Record<MethodName, (...args: readonly unknown[]) => Result<unknown>>> = {},
): FakeDesk {
  const calls: { name: MethodName; args: readonly unknown[] }[] = [];
  const queued = new Map<MethodName, (Result<unknown> | Promise<Result<unknown>>)[]>();
  const handlers = new Map<EventName, Set<(payload: never) => void>>();
  return {
    calls,
    named: (name) => calls.filter((call) => call.name === name).map((call) => call.args),
    next: (name, answer) => queued.set(name, [...(queued.get(name) ?? []), answer]),
    emit: (event, payload) => {
      for (const handler of handlers.get(event) ?? []) handler(payload as never);
    },
    call: async (name, ...args) => {
      calls.push({ name, args });
      const laid = queued.get(name)?.shift();
      const answer =
        laid ?? answers[name]?.(...args) ?? fail('internal', `no answer laid ready for ${name}`);
      return (await answer) as never;
    },
    on: (event, handler) => {
      const set = handlers.get(event) ?? new Set();
      handlers.set(event, set.add(handler as (payload: never) => void));
      return () => set.delete(handler as (payload: never) => void);
    },
  };
}

export function saved(revision: string): Result<unknown> {
  return ok({ revision, at: 1000 });
}

export function aStory(text = 'The pump house reopened.'): Story {
  return newStory({
    id: 's1',
    slug: 'pump-house',
    article: {
      blocks: [textBlock('b1', 'headline', 'Pump house'), textBlock('b2', 'paragraph', text)],
    },
  });
}
