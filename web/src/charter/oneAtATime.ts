// Questions to the server, one at a time: of those asked while one is answered only the last follows.

export interface Asker<Asked> {
  ask: (asked: Asked) => void;
  /** Forgets what waits, and breaks off what runs. */
  stop: () => void;
}

export function oneAtATime<Asked, Answer>(
  put: (asked: Asked, signal: AbortSignal) => Promise<Answer>,
  tell: (asked: Asked, answer: Answer) => void,
  fail: (asked: Asked, error: unknown) => void,
): Asker<Asked> {
  let waiting: { asked: Asked } | undefined;
  let running: AbortController | undefined;
  const go = async (asked: Asked) => {
    const mine = new AbortController();
    running = mine;
    try {
      const answer = await put(asked, mine.signal);
      if (!mine.signal.aborted) tell(asked, answer);
    } catch (error) {
      if (!mine.signal.aborted) fail(asked, error);
    }
    if (mine.signal.aborted) return;
    running = undefined;
    const next = waiting;
    waiting = undefined;
    if (next) void go(next.asked);
  };
  return {
    ask(asked) {
      if (running === undefined) void go(asked);
      else waiting = { asked };
    },
    stop() {
      waiting = undefined;
      running?.abort();
      running = undefined;
    },
  };
}
