import type { FormFields } from "../../http/form.ts";

/** The bytes of a file that was posted; null: none was chosen. */
export async function bytesOf(form: FormFields, name: string): Promise<Uint8Array | null> {
  const file = form.file(name);
  return file && new Uint8Array(await file.arrayBuffer());
}
