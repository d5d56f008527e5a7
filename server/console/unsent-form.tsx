import type { AppContext } from "../http/env.ts";
import { Button } from "../http/page/button.tsx";
import type { PageContext } from "../http/page/context.ts";

/** A form that was posted without a session, as far as it may stand in a page again. */
export interface UnsentForm {
  /** Where it was posted to. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The words of it, for whoever wants to copy them. */
  readonly words: readonly string[];
  /** True: a file was chosen, which no page can hold. */
  readonly hadFile: boolean;
}

/** What is typed hidden stays out of every page. */
const secret = /pass|secret|code|pin|otp/i;
/** What people write has letters of theirs or spaces; ids, keys and days have not. */
const worded = /[\p{Script=Thai}\s]/u;
const mostCharacters = 100_000;

/**
 * Reads what was posted to a page whose session was over, so that nothing typed is lost. Null: there was no form, it holds
 * something secret, or it is larger than anybody types.
 */
export async function readUnsentForm(c: AppContext): Promise<UnsentForm | null> {
  const type = c.req.header("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) return null;
  const body: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
  const given = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  );
  const fields = given.filter((each): each is readonly [string, string] => typeof each[1] === "string");
  const characters = fields.reduce((sum, [, value]) => sum + value.length, 0);
  if (fields.length === 0 || characters > mostCharacters) return null;
  if (given.some(([name]) => secret.test(name))) return null;
  const { pathname, search } = new URL(c.req.url);
  const words = fields.map(([, value]) => value.trim()).filter((value) => worded.test(value));
  const hadFile = given.some(([, value]) => value instanceof File && value.size > 0);
  return { action: pathname + search, fields, words, hadFile };
}

/** What was typed, to be copied, and the button that sends it once more after signing in elsewhere. */
export function UnsentFormShown({ page, form }: { readonly page: PageContext; readonly form: UnsentForm }) {
  const words = page.words.console.enter;
  return (
    <section class="card stack">
      {form.words.length === 0 ? null : (
        <>
          <h2>{words.typedTitle}</h2>
          {form.words.map((text) => (
            <p class="answer-said">{text}</p>
          ))}
        </>
      )}
      <p>{words.again}</p>
      {form.hadFile ? <p class="hint">{words.filesAgain}</p> : null}
      <form method="post" action={form.action}>
        {form.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button kind="secondary">{words.sendAgain}</Button>
      </form>
    </section>
  );
}
