// Characters that nobody sees and that change how a name reads: marks of direction, which turn what
// follows around (a name that ends in "exe.pdf" to the eye), and spaces without width. They come out written as
// ⟨U+202E⟩, and go back to the server as they were.
const unseen = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/g;
const written = /⟨U\+([0-9A-F]{4})⟩/g;

export const visible = (text: string) =>
  text.replaceAll(
    unseen,
    (one) => `⟨U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
  );

export const asItWas = (text: string) =>
  text.replaceAll(written, (all, code: string) => {
    const one = String.fromCharCode(Number.parseInt(code, 16));
    return visible(one) === all ? one : all;
  });
