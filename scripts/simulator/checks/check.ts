/** Where in a request body something stands: names and array positions from the top. */
export type Path = readonly (string | number)[];

export interface Problem {
  readonly message: string;
  readonly path: Path;
}

/** Looks at one value and adds what LINE would refuse. */
export type Check = (value: unknown, path: Path, problems: Problem[]) => void;

export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Length as LINE counts labels: grapheme clusters, so that Thai vowels and tone marks do not count. */
export function graphemes(text: string): number {
  return [...segmenter.segment(text)].length;
}

const segmenter = new Intl.Segmenter("th", { granularity: "grapheme" });

/** Runs `check` and gives what it found. */
export function problemsOf(check: Check, value: unknown, path: Path = []): Problem[] {
  const problems: Problem[] = [];
  check(value, path, problems);
  return problems;
}

export interface Fields {
  readonly [name: string]: Check;
}

/** An object with these fields and no others; `required` ones must be there. */
export function object(fields: Fields, required: readonly string[] = []): Check {
  return (value, path, problems) => {
    if (!isObject(value)) return void problems.push({ message: "must be an object", path });
    for (const name of required) {
      if (value[name] === undefined) problems.push({ message: "must be specified", path: [...path, name] });
    }
    for (const [name, inner] of Object.entries(value)) {
      const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (check) check(inner, [...path, name], problems);
      else problems.push({ message: "unknown field", path: [...path, name] });
    }
  };
}

/** An array of `from` to `to` elements, each of which passes `check`. */
export function list(check: Check, from: number, to: number): Check {
  return (value, path, problems) => {
    if (!Array.isArray(value)) return void problems.push({ message: "must be an array", path });
    if (value.length < from || value.length > to) {
      problems.push({ message: `Size must be between ${from} and ${to}`, path });
    }
    value.forEach((element, index) => check(element, [...path, index], problems));
  };
}

/** Both checks, in turn. */
export function both(...checks: readonly Check[]): Check {
  return (value, path, problems) => checks.forEach((check) => check(value, path, problems));
}

/** One of several objects, told apart by their `type`. */
export function oneOfTypes(types: Readonly<Record<string, Check>>): Check {
  return (value, path, problems) => {
    if (!isObject(value)) return void problems.push({ message: "must be an object", path });
    const type = value["type"];
    const check = typeof type === "string" && Object.hasOwn(types, type) ? types[type] : undefined;
    if (check) return check(value, path, problems);
    const known = Object.keys(types).join(", ");
    problems.push({ message: `Must be one of the following values: [${known}]`, path: [...path, "type"] });
  };
}
