import { expect, test } from "vitest";
import { BarChart, niceTop } from "./bar-chart.tsx";

const drawn = async (parts: { series: number; value: number }[][]) => {
  const bars = parts.map((some, index) => ({ label: String(index), parts: some }));
  return String(await (<BarChart summary="สองชั่วโมง" series={["ก", "ข"]} bars={bars} />));
};

test("the axis ends at a round figure whose half is whole", () => {
  expect([0, 1, 3, 5, 11, 41, 999].map(niceTop)).toEqual([2, 2, 4, 10, 20, 100, 1000]);
});

test("the parts of a bar stand on each other and their heights are as their values", async () => {
  const markup = await drawn([
    [
      { series: 0, value: 3 },
      { series: 1, value: 1 },
    ],
  ]);
  const bars = [...markup.matchAll(/series-(\d)" x="[\d.]+" width="[\d.]+" y="([\d.]+)" height="([\d.]+)"/g)];
  const [first, second] = bars.map(([, , y, height]) => ({ y: Number(y), height: Number(height) }));
  expect(first?.height).toBeCloseTo(3 * (second?.height ?? 0));
  expect((second?.y ?? 0) + (second?.height ?? 0)).toBeCloseTo(first?.y ?? 0);
});

test("says in words what it shows, and names its series", async () => {
  const markup = await drawn([[]]);
  expect(markup).toContain('role="img" aria-label="สองชั่วโมง"');
  expect(markup).toContain("ก</li>");
});
