import { Hono } from "hono";

const side = 256;
const deepestZoom = 19;

/** Pictures of a map that is nowhere: fields, roads and water drawn out of their numbers, the same each time. */
export function tilePaths(): Hono {
  const app = new Hono();
  app.get("/:z{\\d+}/:x{\\d+}/:name{\\d+\\.svg}", (context) => {
    const [z, x] = [Number(context.req.param("z")), Number(context.req.param("x"))];
    const y = Number.parseInt(context.req.param("name"), 10);
    if (z > deepestZoom || x >= 2 ** z || y >= 2 ** z) return context.notFound();
    return context.body(drawTile(z, x, y), 200, {
      "content-type": "image/svg+xml",
      "cache-control": "public, max-age=86400",
    });
  });
  return app;
}

/** One tile: the ground, a road each way, houses, and its numbers small in the corner. */
function drawTile(z: number, x: number, y: number): string {
  const draw = (at: number) =>
    (((x * 73_856_093) ^ (y * 19_349_663) ^ (z * 83_492_791) ^ (at * 2_654_435)) >>> 0) % 1000;
  const ground = draw(0) < 80 ? "#bcd9ea" : draw(0) < 400 ? "#e3ecd2" : "#f2eee3";
  const road = (at: number) => 40 + (draw(at) % (side - 80));
  const houses = Array.from({ length: draw(3) % 7 }, (_, at) => {
    const [left, top] = [draw(10 + at) % (side - 30), draw(30 + at) % (side - 30)];
    return `<rect x="${left}" y="${top}" width="${12 + (draw(50 + at) % 18)}" height="14" fill="#d8cbb0"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}"><rect width="${side}" height="${side}" fill="${ground}"/>${houses.join("")}<path d="M0 ${road(1)}H${side}M${road(2)} 0V${side}" stroke="#fff" stroke-width="9"/><path d="M0 ${road(1)}H${side}M${road(2)} 0V${side}" stroke="#c9bfa6" stroke-width="1"/><text x="6" y="250" font-size="9" fill="#8a8168">${z}/${x}/${y}</text></svg>`;
}
