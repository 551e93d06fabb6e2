import { beforeEach, expect, test } from "vitest";

import { adoptDraft, allDrafts, type Draft, dropDraft, keepDraft, readDraft } from "./drafts";

const typed = (form: string, text: string, at = 1): Draft<{ text: string }> => ({
  form,
  person: "alix",
  values: { text },
  key: `key-${text}`,
  at,
});

beforeEach(() => localStorage.clear());

test("a draft stands until it is dropped", () => {
  keepDraft("a", typed("i/note", "gone at 3"));
  expect(readDraft<{ text: string }>("a", "i/note")?.values.text).toBe("gone at 3");
  dropDraft("a", "i/note");
  expect(readDraft("a", "i/note")).toBeNull();
});

test("two tabs with the same form never write over each other", () => {
  keepDraft("a", typed("i/note", "one"));
  keepDraft("b", typed("i/note", "two"));
  expect(readDraft<{ text: string }>("a", "i/note")?.values.text).toBe("one");
  expect(allDrafts()).toHaveLength(2);
});

test("the draft of a closed tab is taken up, with its key; that of an open one is not", () => {
  keepDraft("closed", typed("i/note", "left", 1));
  keepDraft("open", typed("i/note", "being typed", 2));
  const adopted = adoptDraft<{ text: string }>("i/note", "alix", "new", new Set(["open", "new"]));
  expect(adopted?.values.text).toBe("left");
  expect(adopted?.key).toBe("key-left");
  expect(readDraft("closed", "i/note")).toBeNull();
  expect(readDraft("new", "i/note")).not.toBeNull();
  expect(adoptDraft("i/note", "alix", "new2", new Set(["open", "new"]))).toBeNull();
});

test("nobody takes up what somebody else typed", () => {
  keepDraft("closed", typed("i/note", "left"));
  expect(adoptDraft("i/note", "sam", "new", new Set(["new"]))).toBeNull();
});

test("what is no draft is passed over", () => {
  localStorage.setItem("digue.draft.a.i/note", "{broken");
  localStorage.setItem("digue.draft.a.i/other", '{"form":1}');
  expect(allDrafts()).toEqual([]);
});
