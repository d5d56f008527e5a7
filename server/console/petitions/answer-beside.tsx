import type { AnswerRow, AnswerSection } from "../../http/form-page/answers-shown.tsx";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import type { AnswersBefore } from "../../petitions/changed-answers.ts";

/** What stood before a correction, in words: the questions it changed, and the rows they had. */
export interface ShownBefore {
  readonly keys: AnswersBefore;
  readonly rows: ReadonlyMap<string, AnswerRow>;
}

/** The rows of answers by their paths. */
export function rowsByPath(sections: readonly AnswerSection[]): ShownBefore["rows"] {
  return new Map(sections.flatMap(({ rows }) => rows).map((row) => [row.path, row]));
}

/** What an officer sees beside an answer: that it was corrected and what stood there, and the ways to a place. */
export function AnswerBeside(props: {
  readonly page: PageContext;
  readonly row: AnswerRow;
  readonly before: ShownBefore | null;
}) {
  const { page, row, before } = props;
  return (
    <>
      {before === null ? null : <Before page={page} row={row} before={before} />}
      {row.point === null ? null : <PlaceWays page={page} row={row} point={row.point} />}
    </>
  );
}

function Before({ page, row, before }: { page: PageContext; row: AnswerRow; before: ShownBefore }) {
  const [key = ""] = row.path.split(".");
  if (!Object.hasOwn(before.keys, key)) return null;
  const was = before.rows.get(row.path);
  // Of a group with several items those stand unmarked that are as they were.
  if (was !== undefined && textOf(was) === textOf(row)) return null;
  const words = page.words.desk;
  return (
    <span class="answer-before">
      <StatusTag tone="waiting">{words.corrected}</StatusTag>
      <small>{words.before(was === undefined ? "" : textOf(was))}</small>
    </span>
  );
}

function textOf({ said, files }: AnswerRow): string {
  return said ?? files.map(({ name }) => name).join(", ");
}

/** A place opens in the map of the machine; who has none copies the coordinates. No address of a map is ours to name. */
function PlaceWays(props: {
  readonly page: PageContext;
  readonly row: AnswerRow;
  readonly point: NonNullable<AnswerRow["point"]>;
}) {
  const { page, row, point } = props;
  const words = page.words.desk;
  const at = `${point.latitude},${point.longitude}`;
  const id = `point-${row.path.replaceAll(".", "-")}`;
  return (
    <span class="place-ways no-print">
      <a href={`geo:${at}?q=${at}`}>{words.openPlace}</a>
      <span class="visually-hidden" id={id}>
        {at}
      </span>
      <span class="copy" hidden data-copies={id} data-copied={words.copied}>
        <Button kind="quiet" type="button">
          {words.copyPlace}
        </Button>
        <span role="status"></span>
      </span>
    </span>
  );
}
