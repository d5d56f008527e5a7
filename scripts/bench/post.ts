import { Agent, request } from "node:http";

/** Posts over kept-alive connections with as little work of our own as can be: the load must not be the limit. */
export function makePoster(origin: string, connections: number) {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post: (path: string, headers: Record<string, string>, body: string) =>
      new Promise<{ status: number; location: string }>((resolve, reject) => {
        const sent = request({ agent, hostname, port, path, method: "POST", headers }, (answer) => {
          answer.resume();
          answer.once("end", () =>
            resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? "" }),
          );
        });
        sent.once("error", reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

export type Poster = ReturnType<typeof makePoster>;
