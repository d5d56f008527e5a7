import type { OpenLetter } from "../../credentials/letter-view.ts";
import type { TokenHelp } from "../../credentials/token-help.ts";
import { formatLongDay, bangkokDay } from "../../kernel/thai-date.ts";
import { wordsIn } from "../../words/words.ts";

interface Props {
  readonly letter: OpenLetter;
  readonly signInUrl: string;
  /** The central office it comes from, in Thai, and whom its receiver may ask whether it is a true one. */
  readonly office: string;
  readonly help: TokenHelp | null;
}

/**
 * The letter on its A4 sheet, folded twice: the upper third is the outside, the middle one the secret, the lower one what
 * to do. It says whose it is on the outside, and is in Thai whatever language the console speaks.
 */
export function SealedLetter({ letter, signInUrl, office, help }: Props) {
  const { letters, rights, parts } = wordsIn("th").credentials;
  const words = letters.paper;
  return (
    <article class="sealed-letter" lang="th">
      <section class="letter-part letter-outside">
        <p class="letter-office">{office}</p>
        <p class="letter-secret">{words.secret}</p>
        <p>
          {words.to} <strong>{letter.name}</strong>
          <br />
          {letter.position}
          <br />
          {letter.agency.nameTh}
        </p>
        <p class="hint">{words.onlyTo}</p>
      </section>
      <p class="letter-fold">{words.fold}</p>
      <section class="letter-part">
        <p>
          {words.intro}
          <br />
          {rights[letter.right]} · {parts[letter.part]}
        </p>
        <dl class="letter-codes">
          <dt>{words.userCode}</dt>
          <dd translate="no">{letter.userCode}</dd>
          <dt>{words.password}</dt>
          <dd translate="no">{letter.password}</dd>
        </dl>
        <p class="hint">
          {words.typing}
          {letter.opened ? ` · ${formatLongDay(bangkokDay(letter.opened.at), "th")}` : ""}
        </p>
      </section>
      <p class="letter-fold">{words.fold}</p>
      <section class="letter-part">
        <ol>
          {words.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <p class="letter-address" translate="no">
          {signInUrl}
        </p>
        <p>{words.never}</p>
        <p>{words.broken}</p>
        <p>{words.ask(office, help === null ? [] : waysToAsk(words.ways, help))}</p>
      </section>
    </article>
  );
}

/** "โทร. 0 2032 2636 (ในเวลาราชการ)" and the other ways to ask, as far as the office gave them. */
function waysToAsk(
  words: { readonly [way in "phone" | "email" | "line"]: string },
  help: TokenHelp,
): string[] {
  const { phone, hours, email, lineId } = help;
  const called = hours === "" ? phone : `${phone} (${hours})`;
  return [
    ...(phone === "" ? [] : [`${words.phone} ${called}`]),
    ...(email === "" ? [] : [`${words.email} ${email}`]),
    ...(lineId === "" ? [] : [`${words.line} ${lineId}`]),
  ];
}
