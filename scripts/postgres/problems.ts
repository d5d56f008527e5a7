/** The database cannot start, and the way out that a person has. One sentence of reason, one of advice. */
export function broken(reason: string): Error {
  return new Error(
    `The database in the data folder does not start (${reason}). Start over with: npm start -- --fresh`,
  );
}

/** What a server or initdb wrote says that the disk is full. */
export function saysDiskFull(output: string): boolean {
  return /No space left|could not (write|extend).*only wrote/i.test(output);
}

/** The disk is full. */
export function diskFull(): Error {
  return new Error("The disk is full. Free some space and start again; nothing that was confirmed is lost.");
}
