// The only way to the server: a client generated from the description of its API.

import createClient from "openapi-fetch";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

/** What the server answers when it does not do what it was asked. */
export type Problem = Schemas["Problem"];

/** The server did not answer: it is not running, or nothing leads to it. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("the server does not answer", { cause });
    this.name = "Unreachable";
  }
}

/** Asks, and tells what did not arrive from whatever else goes wrong in the app. */
export async function reach(
  ask: (request: Request) => Promise<Response>,
  request: Request,
): Promise<Response> {
  try {
    return await ask(request);
  } catch (error) {
    // `fetch` says nothing else of a connection that failed.
    throw error instanceof TypeError ? new Unreachable(error) : error;
  }
}

const client = createClient<paths>({
  baseUrl: "/",
  fetch: (request) => reach((asked) => fetch(asked), request),
});

export const api = client;

/** The server refused or failed; `problem` says what and what to do. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "Refused";
    this.problem = problem;
  }

  get isSignIn(): boolean {
    return this.problem.status === 401;
  }
}

/** What was answered, or a `Refused` thrown. */
export async function answer<T>(
  asked: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await asked;
  if (data !== undefined) return data;
  throw new Refused(asProblem(error, response.status));
}

/** That it was done, where there is nothing to answer; or a `Refused` thrown. */
export async function done(asked: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await asked;
  if (!response.ok) throw new Refused(asProblem(error, response.status));
}

/** A proxy between here and the server may answer something that is no problem document. */
function asProblem(error: unknown, status: number): Problem {
  if (typeof error === "object" && error !== null && "code" in error && "detail" in error) {
    return error as Problem;
  }
  return { status, code: "unreadable_answer", detail: `The server answered ${status}.` };
}
