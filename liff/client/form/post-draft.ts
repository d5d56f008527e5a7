/** Sends a draft as it stands to be kept. Null: nobody answered. A page that was locked answers with the way to the PIN, which is not followed. */
export async function post(form: HTMLFormElement, body: string, keepalive = false): Promise<Response | null> {
  const headers = { "content-type": "application/json" };
  return fetch(form.dataset["save"] ?? "", {
    method: "POST",
    headers,
    body,
    redirect: "manual",
    keepalive,
  }).catch(() => null);
}
