/**
 * The service worker of the page that checks codes: keeps the page and what it is made of, and gives them where there is
 * no network. It is loaded by `/console/codes/worker.js`, which says what to keep; a script of this kind imports nothing.
 */
interface Kept {
  readonly name: string;
  readonly page: string;
  readonly files: readonly string[];
}

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The part of a service worker's scope that is used here: the compiler knows a page's only. */
interface WorkerScope {
  readonly pratuKept: Kept;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(kind: "fetch", listener: (event: Fetching) => void): void;
}

const scope = self as unknown as WorkerScope;
const { pratuKept: kept } = scope;
/** A network that is there in name only is given so long. */
const patienceMs = 4_000;

scope.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => scope.skipWaiting()));
});
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(fromKept(event.request));
  else if (event.request.mode === "navigate" && pathname === kept.page)
    event.respondWith(freshPage(event.request));
});

/** Everything anew under its name: what is of an earlier build goes when all of this one is there. */
async function fill(): Promise<void> {
  const files = await whole(kept.files);
  const cache = await caches.open(kept.name);
  await Promise.all(files.map((file) => cache.add(file)));
  await keepPage(await fetch(kept.page, { cache: "no-store" }));
  const now = new Set([...files, kept.page]);
  for (const request of await cache.keys()) {
    if (!now.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

/** The files and the pieces their scripts load, which have no names of their own in any list. */
async function whole(files: readonly string[]): Promise<readonly string[]> {
  const found = new Set(files);
  for (const file of found) {
    if (!file.endsWith(".js")) continue;
    const text = await (await fetch(file)).text();
    for (const [, piece = ""] of text.matchAll(/["'](\.\/[\w.-]+\.js)["']/g)) {
      found.add(new URL(piece, new URL(file, location.origin)).pathname);
    }
  }
  return [...found];
}

/** Keeps a page that is the page; one that leads to signing in ends what was kept. */
async function keepPage(answer: Response): Promise<void> {
  const cache = await caches.open(kept.name);
  if (answer.ok && !answer.redirected && answer.type === "basic") await cache.put(kept.page, answer);
  else if (answer.type === "opaqueredirect" || answer.redirected || answer.status === 404) {
    await cache.delete(kept.page);
  }
}

async function freshPage(request: Request): Promise<Response> {
  const cached = await caches.match(kept.page, { ignoreVary: true });
  try {
    const answer = await fetch(request, cached ? { signal: AbortSignal.timeout(patienceMs) } : {});
    await keepPage(answer.clone());
    return answer.status < 500 ? answer : (cached ?? answer);
  } catch (error) {
    if (cached) return cached;
    throw error;
  }
}

async function fromKept(request: Request): Promise<Response> {
  return (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);
}

export {};
