import { citizenCookie, cookieGiven, testApp, type SignedIn } from "./app.ts";
import type { TestWorld } from "./ports.ts";

/** A page as somebody sees it, after every redirect. */
export interface Shown {
  readonly status: number;
  /** Path and query. */
  readonly at: string;
  readonly html: string;
}

/** A browser that keeps its cookie and follows redirects. */
export interface Walker {
  open(path: string): Promise<Shown>;
  send(path: string, fields?: Record<string, string>): Promise<Shown>;
  /** The cookie it holds now. */
  cookie(): string;
}

/** A walker for somebody who is signed in. */
export async function startWalk(world: TestWorld, who: SignedIn): Promise<Walker> {
  const browse = testApp(world);
  let cookie = await citizenCookie(world, who);
  const follow = async (answer: Response, at: string): Promise<Shown> => {
    cookie = cookieGiven(answer, "__Host-citizen") || cookie;
    const next = answer.headers.get("location");
    if (answer.status !== 303 || next === null)
      return { status: answer.status, at, html: await answer.text() };
    return follow(await browse(cookie).get(next), next);
  };
  return {
    cookie: () => cookie,
    open: async (path) => follow(await browse(cookie).get(path), path),
    send: async (path, fields) => follow(await browse(cookie).post(path, fields), path),
  };
}
