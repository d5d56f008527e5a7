/** An operator of a content stream with what stands before it. Names keep their slash, dictionaries are raw text. */
export interface Operation {
  readonly name: string;
  readonly operands: readonly Operand[];
}

/** Hexadecimal strings come as their digits, in lower case. */
export type Operand = number | string | readonly (number | string)[];

const token =
  /<<[\s\S]*?>>|<([0-9a-fA-F\s]*)>|\[([^\]]*)\]|\/[^\s/<[\]()]+|[-+]?(?:\d+\.?\d*|\.\d+)|[A-Za-z'"*]+/g;
const figure = /^[-+]?(?:\d+\.?\d*|\.\d+)$/;

/** Takes a content stream apart (ISO 32000-1, 7.8.2), as far as ours go: no literal strings, no inline images. */
export function operationsOf(content: string): Operation[] {
  const operations: Operation[] = [];
  let operands: Operand[] = [];
  for (const [text, hex, array] of content.matchAll(token)) {
    if (array !== undefined) operands.push(itemsOf(array));
    else if (hex !== undefined) operands.push(hex.toLowerCase());
    else if (figure.test(text)) operands.push(Number(text));
    else if (/^[/<]/.test(text)) operands.push(text);
    else {
      operations.push({ name: text, operands });
      operands = [];
    }
  }
  return operations;
}

function itemsOf(array: string): (number | string)[] {
  return [...array.matchAll(/<([0-9a-fA-F]*)>|[-+]?[\d.]+/g)].map(([text, hex]) =>
    hex === undefined ? Number(text) : hex.toLowerCase(),
  );
}
