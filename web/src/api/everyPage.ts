interface Page<Item> {
  items: Item[];
  total: number;
}

// A list whole, whatever the number of its pages. What is added between two pages comes with the next
// reading: the stream asks for one.
export async function everyPage<Item>(
  read: (page: number) => Promise<Page<Item>>,
): Promise<{ items: Item[] }> {
  const items: Item[] = [];
  for (let page = 1; ; page += 1) {
    const got = await read(page);
    items.push(...got.items);
    if (got.items.length === 0 || items.length >= got.total) return { items };
  }
}
