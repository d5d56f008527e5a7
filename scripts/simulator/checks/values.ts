import { graphemes, type Check } from "./check.ts";

/** Text of 1 to `most` UTF-16 units (LINE's way for message text). */
export const text = (most: number): Check => measured(most, (value) => value.length);

/** Text of 1 to `most` grapheme clusters (LINE's way for labels and what a button says). */
export const label = (most: number): Check => measured(most, graphemes);

function measured(most: number, lengthOf: (value: string) => number): Check {
  return (value, path, problems) => {
    if (typeof value !== "string") return void problems.push({ message: "must be a string", path });
    if (value === "") return void problems.push({ message: "May not be empty", path });
    if (lengthOf(value) > most) problems.push({ message: `Length must be between 0 and ${most}`, path });
  };
}

/** One of a closed set of strings. */
export function oneOf(...known: readonly string[]): Check {
  return (value, path, problems) => {
    if (typeof value === "string" && known.includes(value)) return;
    problems.push({ message: `Must be one of the following values: [${known.join(", ")}]`, path });
  };
}

/** A string of a given form; `message` is what LINE says otherwise. */
export function form(pattern: RegExp, message = "invalid property"): Check {
  return (value, path, problems) => {
    if (typeof value !== "string" || !pattern.test(value)) problems.push({ message, path });
  };
}

export const flag: Check = (value, path, problems) => {
  if (typeof value !== "boolean") problems.push({ message: "must be a boolean", path });
};

/** A whole number in a range. */
export function whole(from: number, to = Number.MAX_SAFE_INTEGER): Check {
  return (value, path, problems) => {
    if (Number.isInteger(value) && Number(value) >= from && Number(value) <= to) return;
    problems.push({ message: `must be an integer between ${from} and ${to}`, path });
  };
}

/** Any finite number in a range. */
export function number(from: number, to: number): Check {
  return (value, path, problems) => {
    if (typeof value === "number" && value >= from && value <= to) return;
    problems.push({ message: `must be a number between ${from} and ${to}`, path });
  };
}

/** Whatever stands there: looked at by nobody, or elsewhere. */
export const anything: Check = () => {};

/** An address an action may open: https, http, line or tel, at most 1000 characters. */
export const actionUri: Check = (value, path, problems) => {
  if (typeof value !== "string" || value === "")
    return void problems.push({ message: "May not be empty", path });
  if (value.length > 1000) problems.push({ message: "Length must be between 0 and 1000", path });
  if (!/^(https?|line|tel):/i.test(value) || !parses(value)) {
    problems.push({ message: "invalid uri scheme", path });
  }
};

/** The address of a picture: https, at most 2000 characters (http passes on this machine, where LINE cannot look). */
export const pictureUrl: Check = (value, path, problems) => {
  if (typeof value !== "string" || value === "")
    return void problems.push({ message: "May not be empty", path });
  if (value.length > 2000) problems.push({ message: "Length must be between 0 and 2000", path });
  if (!/^https:\/\//i.test(value) && !/^http:\/\/([a-z0-9-]+\.)*localhost[:/]/i.test(value)) {
    problems.push({ message: "invalid uri scheme", path });
  }
};

/** LINE refuses spaces and letters outside ASCII in an address that were not escaped. */
function parses(uri: string): boolean {
  return /^[\x21-\x7e]+$/.test(uri) && (/^(tel|line):/i.test(uri) || URL.canParse(uri));
}
