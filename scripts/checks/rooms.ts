/** What a file is, as far as imports go; the first rule that fits a path names it. */
const places = [
  ["test", /\.test\.tsx?$|^tests\//],
  ["script", /^scripts\/|^[^/]+\.(ts|mjs|js)$/],
  ["client", /^(liff|server\/console)\/client\//],
  ["root", /^server\/(app|wiring|node|worker|jobs)\.ts$/],
  ["setting", /^server\/(config|setting-reader)\.ts$/],
  ["ports", /^server\/ports\.ts$/],
  ["words", /^server\/words\//],
  ["adapter", /^server\/adapters\//],
  ["page", /^server\/http\/page\//],
  ["http store", /^server\/http\/((seat|staff)-)?session-store\.ts$/],
  ["http", /^server\/http\//],
  ["bot store", /^bot\/store(\.ts|\/)/],
  ["bot action", /^bot\/actions\//],
  ["bot", /^bot\//],
  ["liff", /^liff\//],
  ["console", /^server\/console\//],
  ["api", /^server\/api\//],
  ["schema", /^db\/schema\//],
  ["db", /^db\//],
  ["kernel", /^server\/kernel\//],
  ["desk", /^server\/[a-z]+\/desk\//],
  ["action", /^server\/[a-z]+\/actions\//],
  ["store", /^server\/[a-z]+\/store(\.ts$|\/)/],
  ["form schema", /^server\/(forms|petitions)\/[a-z]+-schema\.ts$/],
  ["noun", /^server\/[a-z]+\/(packs\/)?[a-z-]+\.ts$/],
] as const satisfies readonly (readonly [string, RegExp])[];

export type Place = (typeof places)[number][0];

const nouns: readonly Place[] = ["kernel", "noun"];
const known: readonly Place[] = [...nouns, "words"];
const face: readonly Place[] = [...known, "ports", "action", "page", "http"];

/** Who may import whom (types count too). Tests and scripts know everybody; only app and wiring do besides. */
export const mayKnow: Record<Place, readonly Place[] | "all"> = {
  test: "all",
  script: "all",
  root: "all",
  kernel: ["kernel"],
  noun: nouns,
  "form schema": [...nouns, "form schema"],
  words: known,
  ports: nouns,
  setting: [...nouns, "setting", "adapter", "ports"],
  client: [...nouns, "client"],
  adapter: [...known, "ports", "adapter"],
  schema: [...nouns, "schema"],
  db: ["db", "schema", "kernel", "ports"],
  store: [...nouns, "ports", "schema", "store"],
  // What several actions of a room do inside their transactions (asking for an OTP, proving a PIN).
  desk: [...nouns, "ports", "store", "desk"],
  action: [...known, "form schema", "ports", "store", "desk"],
  "http store": [...nouns, "ports", "schema", "http"],
  page: [...known, "page"],
  http: [...face, "http store", "setting"],
  "bot store": [...nouns, "ports", "schema", "bot store", "bot"],
  // A typed code is used up inside the turn of the chat, by what the domain's own actions do.
  "bot action": [...known, "ports", "store", "desk", "bot", "bot store"],
  bot: [...face, "bot", "bot action", "bot store"],
  liff: [...face, "liff"],
  console: [...face, "console"],
  api: [...face, "api"],
};

const nothing = /^$/;
const hash = /^node:crypto$/;
const pages = /^(hono($|\/)|uqr$|fast-png$|node:crypto$|node:zlib$)/;
const sql = /^drizzle-orm($|\/)/;

/**
 * The packages each place may bring in (types count too). Nouns and words take none; only stores and the schema
 * speak SQL; only adapters speak to the world; nobody between knows whether Node or a Worker runs it.
 */
export const mayBring: Record<Place, RegExp | "all"> = {
  test: "all",
  script: "all",
  root: "all",
  adapter: "all",
  kernel: nothing,
  noun: nothing,
  // What reads the definition of a form from outside, by a schema.
  "form schema": /^valibot$/,
  words: nothing,
  setting: nothing,
  ports: /^(postgres|drizzle-orm)($|\/)/,
  client: /^(?!node:|hono|drizzle-orm|postgres)/,
  schema: sql,
  db: /^(postgres$|drizzle-orm($|\/)|node:)/,
  store: sql,
  desk: hash,
  action: hash,
  "http store": sql,
  page: /^hono($|\/)/,
  http: /^(hono($|\/)|node:crypto$|node:net$)/,
  "bot store": sql,
  "bot action": hash,
  bot: pages,
  liff: pages,
  console: pages,
  // The schemas of the hospital's API both check requests and make its description.
  api: /^(hono($|\/)|node:crypto$|valibot$|@valibot\/to-json-schema$)/,
};

/** What may be had from another room's store: its reads, the audit's record, the outbox's two ways in, a limit's count. */
export const openStore = /^((find|list)[A-Z]\w*|record|queue|tellPerson|countUp|(un)?countTry)$/;

/** The place of a path, or null when no rule fits. */
export function placeOf(path: string): Place | null {
  return places.find(([, shape]) => shape.test(path))?.[0] ?? null;
}

/** The room of a path: `server/visits`, `bot`, `liff`. */
export function roomOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  return first === "server" ? `${first}/${second}` : first;
}
