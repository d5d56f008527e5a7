import { curlOf, requestText, type Sent } from "./try-api/sent.ts";
import { exampleOf } from "./try-api/example.ts";
import { operationsOf, type Description, type Operation, type Parameter } from "./try-api/operations.ts";

/**
 * The page on which the API is tried: its operations, fields and examples come from the description that everybody
 * gets. The key stands in its field alone; the curl line names a variable.
 */
type Sayings = Record<"needed" | "body" | "noFields" | "waiting" | "failed" | "took" | "scope", string>;

const words = JSON.parse(document.body.dataset["words"] ?? "{}") as Sayings;
const language = document.body.dataset["language"] ?? "th";
const part = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const form = part<HTMLFormElement>("try");
const choice = part<HTMLSelectElement>("operation");
const key = part<HTMLInputElement>("key");
const fields = part("fields");
const legend = fields.querySelector("legend") ?? "";
/** Headers of an answer that a program acts on. */
const telling = new Set([
  "content-type",
  "content-language",
  "cache-control",
  "etag",
  "idempotency-replayed",
  "retry-after",
  "www-authenticate",
]);
let operations: readonly Operation[] = [];
let base = "";

async function begin(): Promise<void> {
  const answer = await fetch("/api/v1/openapi.json");
  const description = (await answer.json()) as Description;
  operations = operationsOf(description);
  base = new URL(description.servers[0]?.url ?? "/", location.origin).href;
  choice.append(
    ...operations.map(({ id, method, path, summary, description: thai }) => {
      const said = language === "th" ? thai : summary;
      return new Option(`${method.toUpperCase()} ${path} · ${said}`, id);
    }),
  );
  choice.addEventListener("change", draw);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });
  form.hidden = false;
  draw();
}

function chosen(): Operation {
  const found = operations.find(({ id }) => id === choice.value);
  if (!found) throw new Error("no operation is chosen");
  return found;
}

function draw(): void {
  const { parameters, body, scope } = chosen();
  part("operation-scope").textContent = scope === null ? "" : `${words.scope}: ${scope}`;
  const drawn = parameters.map(fieldOf);
  if (body) drawn.push(labelled("body", words.body, bodyField(body)));
  const none = document.createElement("p");
  none.textContent = words.noFields;
  fields.replaceChildren(legend, ...(drawn.length > 0 ? drawn : [none]));
}

function fieldOf(parameter: Parameter): HTMLElement {
  const { name, required, schema } = parameter;
  const input = schema.enum ? document.createElement("select") : document.createElement("input");
  if (input instanceof HTMLSelectElement) {
    input.append(
      ...(required ? [] : [new Option("")]),
      ...(schema.enum ?? []).map((each) => new Option(each)),
    );
    if (name === "Accept-Language") input.value = language;
  } else {
    input.autocomplete = "off";
    input.spellcheck = false;
    input.value =
      name === "Idempotency-Key" ? crypto.randomUUID() : required ? String(exampleOf(schema)) : "";
  }
  return labelled(`p-${name}`, required ? `${name} (${words.needed})` : name, input);
}

function bodyField(schema: Parameter["schema"]): HTMLTextAreaElement {
  const area = document.createElement("textarea");
  area.value = JSON.stringify(exampleOf(schema), null, 2);
  area.rows = Math.min(20, area.value.split("\n").length + 1);
  area.spellcheck = false;
  return area;
}

function labelled(id: string, text: string, input: HTMLElement): HTMLElement {
  const label = document.createElement("label");
  [label.className, label.htmlFor, label.textContent] = ["label", id, text];
  [input.className, input.id] = [input instanceof HTMLTextAreaElement ? "input wire" : "input", id];
  const field = document.createElement("div");
  field.className = "field";
  field.append(label, input);
  return field;
}

function filled(): Sent {
  const { method, path, parameters, body } = chosen();
  const text = (id: string) => part<HTMLInputElement>(id).value.trim();
  const given = parameters.map((each) => ({ ...each, value: text(`p-${each.name}`) }));
  const of = (place: Parameter["in"]) => given.filter((each) => each.in === place && each.value !== "");
  const asked = new URLSearchParams(of("query").map(({ name, value }) => [name, value])).toString();
  const filledPath = given.reduce(
    (made, { name, value }) => made.replace(`{${name}}`, encodeURIComponent(value)),
    path,
  );
  return {
    method: method.toUpperCase(),
    url: `${base.replace(/\/$/, "")}${filledPath}${asked === "" ? "" : `?${asked}`}`,
    headers: [
      ...(body ? [["Content-Type", "application/json"] as const] : []),
      ...of("header").map(({ name, value }) => [name, value] as const),
    ],
    body: body ? text("body") : null,
  };
}

async function send(): Promise<void> {
  const sent = filled();
  part("sent").hidden = false;
  part("request").textContent = requestText(sent);
  part("curl").textContent = curlOf(sent);
  part("response").textContent = "";
  const say = (text: string) => (part("response-state").textContent = text);
  say(words.waiting);
  const began = performance.now();
  try {
    const answer = await fetch(sent.url, {
      method: sent.method,
      headers: [...sent.headers.map(([name, value]) => [name, value] as [string, string]), authorization()],
      body: sent.body,
      credentials: "omit",
      cache: "no-store",
    });
    const body = await answer.text();
    say(`${answer.status} · ${words.took} ${Math.round(performance.now() - began)} ms`);
    const headers = [...answer.headers].filter(([name]) => telling.has(name));
    const head = headers.map(([name, value]) => `${name}: ${value}`).join("\n");
    part("response").textContent = `${head}\n\n${readable(body)}`;
  } catch {
    say(words.failed);
  }
}

function authorization(): [string, string] {
  // A header takes Latin letters alone; what else was pasted is no key.
  return ["Authorization", `Bearer ${key.value.replace(/[^\x21-\x7e]/g, "")}`];
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

begin().catch(() => {
  part("sent").hidden = false;
  part("response-state").textContent = words.failed;
});
