/** Six drawn scenes for stories with photos: no photographer, no copyright, and heads close to the edges. */

const SKIN = ['#e0ac85', '#8d5a3c', '#c68958', '#f0c9a6', '#6f4530', '#d99f74'];

/** A person from the waist up, head at `x`, `y`, `size` the head's radius. */
function person(x, y, size, coat, at, arm = 0) {
  const skin = SKIN[at % SKIN.length];
  const hair = ['#2b211c', '#5a3a22', '#1d1b1a', '#8a6a3a'][at % 4];
  const raised = arm
    ? `<path d="M${x + size * 1.2} ${y + size * 2.2} L${x + size * 2.4 * arm} ${y - size * 0.6}" stroke="${coat}" stroke-width="${size * 0.75}" stroke-linecap="round"/><circle cx="${x + size * 2.5 * arm}" cy="${y - size * 0.9}" r="${size * 0.36}" fill="${skin}"/>`
    : '';
  return `${raised}<path d="M${x - size * 1.9} ${y + size * 7} V${y + size * 2.9} q0 -${size * 1.3} ${size * 1.9} -${size * 1.3} t${size * 1.9} ${size * 1.3} V${y + size * 7}z" fill="${coat}"/>
    <rect x="${x - size * 0.35}" y="${y + size * 0.7}" width="${size * 0.7}" height="${size}" fill="${skin}"/>
    <circle cx="${x}" cy="${y}" r="${size}" fill="${skin}"/>
    <path d="M${x - size * 1.03} ${y + size * 0.1} a${size * 1.03} ${size * 1.08} 0 0 1 ${size * 2.06} 0 q-${size * 0.4} -${size * 0.75} -${size * 1.03} -${size * 0.75} t-${size * 1.03} ${size * 0.75}" fill="${hair}"/>
    <circle cx="${x - size * 0.36}" cy="${y + size * 0.1}" r="${size * 0.09}" fill="#211d1a"/><circle cx="${x + size * 0.36}" cy="${y + size * 0.1}" r="${size * 0.09}" fill="#211d1a"/>
    <path d="M${x - size * 0.32} ${y + size * 0.5} q${size * 0.32} ${size * 0.24} ${size * 0.64} 0" stroke="#7d3f33" stroke-width="${size * 0.1}" fill="none"/>`;
}

function ferry(x, y, scale, hull = '#f4f1ea') {
  return `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M0 130h880c0 60-30 110-90 110H90C30 240 0 190 0 130z" fill="${hull}"/><path d="M110 60h700v70H110z" fill="#ece7dc"/><path d="M230 0h440c0 30-16 60-44 60H274c-28 0-44-30-44-60z" fill="#c73d32"/><path d="M150 84h620v22H150z" fill="#4b6475"/><path d="M0 168h880v12H0z" fill="#2f5d7c"/></g>`;
}

/** Sky, far shore with houses, water. */
function bay(width, height, sky, water) {
  const line = height * 0.46;
  const houses = Array.from({ length: 16 }, (_, at) => {
    const wide = width / 40;
    const tall = height * (0.03 + 0.025 * ((at * 7) % 4));
    const colour = ['#d8c9ae', '#c7a98d', '#e2d8c6', '#b98f76'][at % 4];
    return `<rect x="${width * 0.52 + at * wide * 1.1}" y="${line - tall}" width="${wide}" height="${tall}" fill="${colour}"/>`;
  }).join('');
  const waves = Array.from({ length: 26 }, (_, at) => {
    const y = line + 20 + at * ((height - line) / 26);
    return `<path d="M${(at * 397) % width} ${y}h${width * 0.09}" stroke="#fff" stroke-opacity=".16" stroke-width="${2 + at / 5}"/>`;
  }).join('');
  return `<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${sky}"/><stop offset="1" stop-color="#eef2f1"/></linearGradient><linearGradient id="w" x2="0" y2="1"><stop stop-color="${water}"/><stop offset="1" stop-color="#26485c"/></linearGradient></defs>
    <rect width="${width}" height="${line}" fill="url(#s)"/><path d="M${width * 0.4} ${line} q${width * 0.2} -${height * 0.14} ${width * 0.34} -${height * 0.07} t${width * 0.3} -${height * 0.05} V${line}z" fill="#5f7a66"/>${houses}
    <rect y="${line}" width="${width}" height="${height - line}" fill="url(#w)"/>${waves}`;
}

const scene = (width, height, inside) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`;

/** SVG of each scene: the mayor on the bridge, a man at a rope (upright), the ferry, a band, children (wide), a talk. */
export const SCENES = [
  scene(
    2400,
    1600,
    `${bay(2400, 1600, '#9fc0d8', '#5d8aa3')}<rect y="1180" width="2400" height="420" fill="#f1ede4"/><rect y="1160" width="2400" height="26" fill="#b9b2a4"/>${person(1850, 250, 150, '#27406b', 1, 1)}${person(620, 640, 105, '#7a2e2a', 3)}${person(1010, 690, 98, '#3c4b3a', 2)}`,
  ),
  scene(
    1600,
    2400,
    `${bay(1600, 2400, '#c3cfd6', '#6d8f9c')}<rect y="1720" width="1600" height="680" fill="#8b8175"/><path d="M0 1990 Q700 1700 1600 2080" stroke="#c9a063" stroke-width="64" fill="none"/>${person(760, 190, 170, '#314d3a', 1)}<rect x="1180" y="1500" width="130" height="420" rx="40" fill="#4a443d"/>`,
  ),
  scene(
    2400,
    1500,
    `${bay(2400, 1500, '#b5c9db', '#4f7f9b')}${ferry(420, 560, 1.45)}<path d="M380 930q700 110 1500 0" stroke="#fff" stroke-opacity=".5" stroke-width="26" fill="none"/>`,
  ),
  scene(
    2400,
    1600,
    `${bay(2400, 1600, '#e2cfae', '#7c94a3')}<rect y="1240" width="2400" height="360" fill="#d9d2c4"/>${[0, 1, 2, 3, 4, 5].map((at) => `${person(260 + at * 380, 520 + (at % 2) * 60, 100, '#8c2f2b', at)}<path d="M${300 + at * 380} ${600 + (at % 2) * 60}l210 40-6 50-206-60z" fill="#d9a93f"/>`).join('')}`,
  ),
  scene(
    3000,
    1000,
    `${bay(3000, 1000, '#a9c6d6', '#5f93a8')}<rect y="760" width="3000" height="240" fill="#7d6a55"/>${[0, 1, 2, 3].map((at) => person(420 + at * 640, 330 + (at % 2) * 40, 74, ['#c9572f', '#2f6b73', '#d3a12e', '#5a4a87'][at], at + 2, at % 2 ? -1 : 1)).join('')}`,
  ),
  scene(
    2000,
    1500,
    `<rect width="2000" height="1500" fill="#d8d3c8"/><rect x="140" y="120" width="700" height="520" fill="#a9c2cf"/><rect x="1010" y="120" width="820" height="520" fill="#b8ccd6"/>${person(560, 760, 118, '#5d6470', 0)}${person(1480, 790, 112, '#6b4a3a', 4)}${person(1010, 420, 150, '#23555a', 3)}`,
  ),
];
