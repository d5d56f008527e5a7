import { isObject, type Path, type Problem } from "./check.ts";

export interface LineRefusal {
  readonly message: string;
  readonly details?: readonly { readonly message: string; readonly property: string }[];
}

/**
 * What LINE answers for these problems: a Flex container is refused message by message with slashed paths,
 * everything else together with dotted ones.
 */
export function refusalBody(problems: readonly Problem[], body: unknown): LineRefusal {
  const index = problems.map((problem) => flexMessageOf(problem.path, body)).find((found) => found !== null);
  if (typeof index === "number") {
    const inside = problems.filter((problem) => flexMessageOf(problem.path, body) === index);
    return {
      message: `A message (messages[${index}]) in the request body is invalid`,
      details: inside.map(({ message, path }) => ({ message, property: `/${path.slice(3).join("/")}` })),
    };
  }
  return {
    message: `The request body has ${problems.length} error(s)`,
    details: problems.map(({ message, path }) => ({ message, property: dotted(path) })),
  };
}

function flexMessageOf(path: Path, body: unknown): number | null {
  const [top, index, field] = path;
  if (top !== "messages" || typeof index !== "number" || field !== "contents") return null;
  const messages = isObject(body) ? body["messages"] : undefined;
  const message: unknown = Array.isArray(messages) ? messages[index] : undefined;
  return isObject(message) && message["type"] === "flex" ? index : null;
}

function dotted(path: Path): string {
  return path.reduce<string>(
    (soFar, part) => (typeof part === "number" ? `${soFar}[${part}]` : soFar ? `${soFar}.${part}` : part),
    "",
  );
}
