import type { PageContext } from "../../http/page/context.ts";
import type { CannedReply } from "../../petitions/canned-reply.ts";

/**
 * The texts the agency keeps for answering, to be put into the area `into` by a script. Without one they are read below
 * the choice and copied by hand.
 */
export function CannedChoice(props: {
  readonly page: PageContext;
  readonly canned: readonly CannedReply[];
  /** The id of the area. */
  readonly into: string;
}) {
  const { page, canned, into } = props;
  if (canned.length === 0) return null;
  const words = page.words.desk;
  return (
    <details class="fold">
      <summary>{words.canned}</summary>
      <ul class="canned">
        {canned.map(({ title, body }) => (
          <li>
            <button class="button quiet" type="button" data-puts={body} data-into={into}>
              {title}
            </button>
            <p>{body}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
