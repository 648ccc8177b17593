// Reads a whole HSDS API as a harvester does: every page of every list, then
// every object by its id.
export const lists = ['services', 'organizations', 'locations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'];

export async function get(url, options) {
  const answer = await fetch(url, options);
  const body = await answer.text();
  return { status: answer.status, headers: answer.headers, body, json: () => JSON.parse(body) };
}

// Calls see(page, url) for each page of a list, from the first to the one that says it is the last.
export async function eachPage(root, list, query, see) {
  for (let number = 1; ; ++number) {
    const url = `${root}/${list}?${new URLSearchParams({ ...query, page: number })}`;
    const answer = await get(url);
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${answer.body}`);
    const page = answer.json();
    await see(page, url, answer);
    if (page.last_page) return;
  }
}

export async function contents(root, list, query = {}) {
  const all = [];
  await eachPage(root, list, query, (page) => all.push(...page.contents));
  return all;
}
