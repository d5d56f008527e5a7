import type { StaffSession } from "../../http/env.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { ArrivalLine } from "../../visits/arrival-line.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly lines: readonly ArrivalLine[];
}

/** The day's arrivals: drawn by the page's script from the lines it brings and those that come. */
export function ArrivalsPage({ page, staff, lines }: Props) {
  const words = page.words.arrivals;
  const columns = [words.number, words.time, words.name, words.service, words.code, words.way, words.actions];
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="arrivals"
      title={words.title}
      scripts={["arrivals.js"]}
      data={{ "data-lines": JSON.stringify(lines), "data-words": JSON.stringify({ ...words, columns }) }}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="filters">
        <label class="choice">
          <input type="checkbox" id="arrivals-sound" />
          <span>{words.sound}</span>
        </label>
        <label class="choice">
          <input type="checkbox" id="arrivals-numbers" />
          <span>{words.numbers}</span>
        </label>
        <p id="arrivals-state" role="status"></p>
      </div>
      <p id="arrivals-empty" class="lead" hidden={lines.length > 0}>
        {words.empty}
      </p>
      <table class="table" id="arrivals" role="table" hidden={lines.length === 0}>
        <caption>{words.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((title, at) => (
              <th scope="col" role="columnheader" class={at === 0 ? "arrival-number" : ""}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" aria-live="polite"></tbody>
      </table>
    </ConsoleLayout>
  );
}
