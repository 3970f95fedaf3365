/** Stories of our own making, as files an editor might drop in. */

export const PAGE = `<!doctype html><html lang="en"><head><title>Ferry runs aground off Skarholm</title></head>
<body><nav><a href="/">Home</a></nav><article>
<h1>Ferry runs aground off Skarholm</h1>
<p class="byline">By Ines Maro</p>
<figure><img src="ferry_files/ferry-01.png" alt="A white ferry tilts on rocks">
<figcaption>The ferry Alba lies on rocks off Skarholm on Feb. 3, 2026. <span class="credit">Tom Reed/AP</span></figcaption></figure>
<p>The ferry Alba ran aground early on Tuesday with 41 people on board, the coast guard said in a statement.</p>
<p>Nobody was hurt, and two tugs were on their way from the mainland to pull the ship free at high water.</p>
<p>“We heard a long scraping noise and then it was very quiet,” said Maja Lind, a teacher who was on deck.</p>
<p>The operator said that the ship had been inspected in the autumn and that it would look into the cause.</p>
</article></body></html>
`;

export const MARKDOWN = `# Harbour fire put out

By Jo Lee

A fire on a quay in the old harbour was put out on Monday, the fire service said.

Nobody was hurt. The cause is not known.
`;

/** A picture of 2 by 3 pixels. */
export const PNG: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWM4w8BwhgGMERQANxEEyWK091gAAAAASUVORK5CYII=',
  'base64',
);
