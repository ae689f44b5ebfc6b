// Opens pages and drawings in a browser and prints everything that is wrong with them.
// Usage: node check.cjs BROWSER EXPECTED.json FILE.html|FILE.svg…; the packages are found through NODE_PATH.
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");
const axe = require("axe-core");

const [browserPath, expectedPath, ...files] = process.argv.slice(2);
const expected = JSON.parse(fs.readFileSync(expectedPath, "utf8"));
const views = [
  { name: "375 light", width: 375, height: 812, colorScheme: "light", forcedColors: "none" },
  { name: "1280 dark", width: 1280, height: 800, colorScheme: "dark", forcedColors: "none" },
  { name: "1280 forced colors", width: 1280, height: 800, colorScheme: "light", forcedColors: "active" },
];
const other_widths = [320, 800, 1600];
// A4 and Letter without the margins of the page, in CSS pixels.
const paper = { A4: { width: 673, height: 1005 }, Letter: { width: 695, height: 938 } };
let faults = 0;

function fault(file, where, what) {
  faults += 1;
  console.error(`${path.basename(file)}, ${where}: ${what}`);
}

// Runs in the browser: texts of drawings that lie over the edge or over each other.
function findOverlaps() {
  const found = [];
  const root = document.documentElement;
  for (const svg of root.matches("svg") ? [root] : document.querySelectorAll("svg")) {
    const edge = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].map((text) => ({ text, box: text.getBoundingClientRect() }));
    texts.forEach(({ text, box }, index) => {
      const name = text.textContent.slice(0, 40);
      if (box.left < edge.left || box.right > edge.right || box.top < edge.top || box.bottom > edge.bottom) {
        found.push(`"${name}" reaches over the edge`);
      }
      for (const { text: other, box: its } of texts.slice(0, index)) {
        const across = Math.min(box.right, its.right) - Math.max(box.left, its.left);
        const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
        if (across > 0.5 && down > 3) found.push(`"${name}" lies over "${other.textContent.slice(0, 40)}"`);
      }
    });
  }
  return found;
}

// Runs in the browser.
function findOverflow() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.querySelectorAll("main *")].filter(
    (one) => one.getBoundingClientRect().right > root.clientWidth + 1 && !one.closest(".scroll, nav"));
  return [`${root.scrollWidth} wide, by ${wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 80)).join(" ")}`];
}

// Runs in the browser.
function findBrokenLinks() {
  return [...document.querySelectorAll("a[href^='#']")]
    .filter((link) => document.querySelectorAll(`[id="${CSS.escape(link.hash.slice(1))}"]`).length !== 1)
    .map((link) => `${link.hash} leads nowhere`);
}

// Runs in the browser.
function findBorderless() {
  return [...document.querySelectorAll(".g > *, .m, .d, .matrix td span")]
    .filter((one) => parseFloat(getComputedStyle(one).borderTopWidth) === 0)
    .slice(0, 3).map((one) => `no border: ${one.outerHTML.slice(0, 80)}`);
}

// Runs in the browser: what should be within `height` pixels from the top of the page and is not.
function findBelow({ height, rows }) {
  const bottom = (selector) => {
    const one = document.querySelector(selector);
    return one ? one.getBoundingClientRect().bottom + window.scrollY : Infinity;
  };
  const wanted = { ".verdict": bottom(".verdict") };
  wanted[rows ? `${rows} rows of the map` : "the map"] = bottom(rows ? `.map > :nth-child(${rows})` : ".map");
  return Object.entries(wanted).filter(([, at]) => at > height).map(([name, at]) => `${name} ends at ${Math.round(at)} of ${height}`);
}

async function checkAccess(file, page, where) {
  const violations = await page.evaluate(async () => (await window.axe.run()).violations.map(
    (one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120) + " " + node.failureSummary).join("; ")}`));
  for (const one of violations) fault(file, where, one);
}

async function checkPaper(file, page, wanted) {
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  for (const [format, size] of Object.entries(paper)) {
    await page.setViewportSize(size);
    if (wanted.first_screen) {
      for (const one of await page.evaluate(findBelow, { height: size.height, rows: 0 })) fault(file, format, one);
    }
    for (const one of await page.evaluate(findOverflow)) fault(file, format, one);
  }
  const folded = await page.evaluate(() => [...document.querySelectorAll("details:not(:has(table)) li")].filter(
    (item) => !item.closest("details:has(table)") && item.getBoundingClientRect().height === 0).length);
  if (folded > 0) fault(file, "on paper", `${folded} items are folded away`);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.emulateMedia({ media: null });
  for (const format of Object.keys(paper)) {
    const pdf = await page.pdf({ format, preferCSSPageSize: false });
    const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) || []).length;
    const most = wanted.pages || 2 + height / 500;
    if (pages < 1 || pages > most) fault(file, format, `${pages} pages, at most ${Math.floor(most)} expected`);
    if (wanted.pages) console.log(`${path.basename(file)}: ${pages} pages on ${format}`);
    fs.writeFileSync(file.replace(/\.html$/, `.${format}.pdf`), pdf);
  }
}

// What the filter leaves, with all folds open.
async function checkFilter(file, page, view) {
  if (!(await page.$(".filter"))) return;
  for (const [label, wrong] of [["Gaps", ":is(tr, li):is(.at, .hi, .no)"], ["Without evidence", ":is(tr, li):is(.ev, .no)"]]) {
    await page.getByLabel(label, { exact: true }).check();
    const left = await page.evaluate((one) => [...document.querySelectorAll(one)].filter((row) => row.checkVisibility()).length, wrong);
    if (left > 0) fault(file, view.name, `"${label}" leaves ${left} rows that do not match`);
    await checkAccess(file, page, `${view.name}, ${label}`);
  }
  await page.getByLabel("All", { exact: true }).check();
}

async function checkView(file, page, view, wanted) {
  await page.setViewportSize(view);
  if (file.endsWith(".svg")) return;
  if (wanted.first_screen) {
    for (const one of await page.evaluate(findBelow, { height: view.height, rows: view.width < 600 ? 2 : 0 })) fault(file, view.name, one);
  }
  if (wanted.screens && view.width === 1280) {
    const screens = (await page.evaluate(() => document.documentElement.scrollHeight)) / view.height;
    console.log(`${path.basename(file)}: ${screens.toFixed(1)} screens at ${view.name}`);
    if (screens > wanted.screens) fault(file, view.name, `${screens.toFixed(1)} screens, at most ${wanted.screens} expected`);
  }
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => one.setAttribute("open", "")));
  for (const find of [findOverflow, findBrokenLinks, findBorderless])
    for (const one of await page.evaluate(find)) fault(file, view.name, one);
  await checkAccess(file, page, view.name);
  await checkFilter(file, page, view);
  if (view.name !== "375 light") return;
  const text = await page.evaluate(() => document.body.textContent.replaceAll("\u00a0", " "));
  for (const one of wanted.says || []) if (!text.includes(one)) fault(file, view.name, `does not say "${one}"`);
  for (const width of other_widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const one of await page.evaluate(findOverflow)) fault(file, width, one);
  }
}

async function checkFile(file, browser, view) {
  const wanted = expected[path.basename(file)] || {};
  const context = await browser.newContext({ colorScheme: view.colorScheme, forcedColors: view.forcedColors });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) fault(file, view.name, `console: ${message.text()}`);
  });
  page.on("pageerror", (error) => fault(file, view.name, `error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address) fault(file, view.name, `asks for ${request.url()}`);
  });
  await page.goto(address);
  if (file.endsWith(".html")) await page.evaluate(axe.source);
  for (const one of await page.evaluate(findOverlaps)) fault(file, view.name, one);
  await checkView(file, page, view, wanted);
  if (file.endsWith(".html") && view === views[0]) {
    await page.reload();
    await checkPaper(file, page, wanted);
    const size = fs.statSync(file).size;
    if (wanted.bytes) console.log(`${path.basename(file)}: ${size} bytes`);
    if (wanted.bytes && size > wanted.bytes) fault(file, "size", `${size} bytes, at most ${wanted.bytes} expected`);
  }
  await context.close();
}

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
  for (const view of views) for (const file of files) await checkFile(file, browser, view);
  await browser.close();
  console.log(`${files.length} files checked, ${faults} faults`);
  process.exit(faults === 0 ? 0 : 1);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
