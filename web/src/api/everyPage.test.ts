import { expect, test } from "vitest";

import { everyPage } from "./everyPage";

const lines = Array.from({ length: 7 }, (_, place) => place);
const asked: number[] = [];
const read = (total: number) => (page: number) => {
  asked.push(page);
  return Promise.resolve({ items: lines.slice((page - 1) * 3, page * 3), total });
};

test("a list of several pages comes whole, and no page is asked for in vain", async () => {
  expect((await everyPage(read(7))).items).toEqual(lines);
  expect(asked.splice(0)).toEqual([1, 2, 3]);
});

test("a list that shrinks while it is read ends", async () => {
  expect((await everyPage(read(50))).items).toEqual(lines);
  expect(asked.splice(0)).toEqual([1, 2, 3, 4]);
});

test("a list of nothing is one page", async () => {
  const nothing = () => Promise.resolve({ items: [], total: 0 });
  expect((await everyPage(nothing)).items).toEqual([]);
});
