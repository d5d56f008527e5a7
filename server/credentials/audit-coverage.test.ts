import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const actions = "server/credentials/actions";

/** What shows something and changes nothing, by its name. */
const shows = /^(see|find|offer|check|draft|open-activation|show-proof|purge)/;

/** What changes something and writes no entry, and why that is right. */
const silent: Readonly<Record<string, string>> = {
  "save-registration-data": "typed so far, under the person's own registration; sending it is written down",
  "begin-proof-way": "a way through an app that may lead nowhere; coming back from it is written down",
  "remind-lost-letters": "a reminder, kept as a notice and on the report itself",
};

/** The sources an action reads, its own first, as far as they are of this room. */
async function sourcesOf(file: string, seen = new Set<string>()): Promise<readonly string[]> {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = await readFile(file, "utf8");
  const imported = [...text.matchAll(/from "(\.[^"]+\.ts)"/g)]
    .map(([, path = ""]) => join(dirname(file), path))
    .filter((path) => /^server\/credentials\/(actions|desk)\//.test(path));
  const others = await Promise.all(imported.map((path) => sourcesOf(path, seen)));
  return [text, ...others.flat()];
}

async function entriesOf(name: string): Promise<readonly string[]> {
  const texts = await sourcesOf(join(actions, `${name}.ts`));
  const writing = texts.filter((text) => /\brecord\(/.test(text));
  return [
    ...new Set(writing.flatMap((text) => [...text.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map(([, a = ""]) => a))),
  ];
}

async function names(): Promise<readonly string[]> {
  const files = await readdir(actions);
  return files.filter((file) => !file.endsWith(".test.ts")).map((file) => file.replace(/\.ts$/, ""));
}

test("every action of this room that changes something writes an audit entry", async () => {
  const without = [];
  for (const name of await names()) {
    if (shows.test(name) || name in silent) continue;
    if ((await entriesOf(name)).length === 0) without.push(name);
  }
  expect(without).toEqual([]);
});

test.each([
  ["sign-in-to-seat", "seat.password_given"],
  ["sign-in-to-seat", "seat.password_wrong"],
  ["enter-by-signature", "seat_session.signed_in"],
  ["sign-out-of-seat", "seat_session.signed_out"],
  ["change-holder-password", "seat.password_changed"],
  ["set-holder-password", "seat.password_set"],
  ["attach-order-file", "seat_order.file_attached"],
  ["see-lost-phones", "lost_phone.opened"],
  ["see-lost-phones", "lost_phone.listed"],
  ["report-colleague-phone", "lost_phone.reported"],
  ["report-colleague-phone", "lost_phone.signature_wrong"],
  ["answer-challenge", "challenge.answer_wrong"],
  ["take-activation", "activation.taken"],
  ["take-activation", "activation.line_refused"],
  ["confirm-phone", "activation.confirmed"],
  ["confirm-phone", "activation.rejected"],
  ["make-key", "soft_token.activated"],
  ["end-own-key", "soft_token.ended"],
  ["change-phone", "soft_token.phone_changed"],
  ["deny-renewal", "renewal.denied"],
])("%s writes %s", async (name, entry) => {
  expect(await entriesOf(name)).toContain(entry);
});

test("what writes nothing is still there, and still writes nothing", async () => {
  const all = await names();
  for (const name of Object.keys(silent)) {
    expect(all).toContain(name);
    expect(await entriesOf(name)).toEqual([]);
  }
});
