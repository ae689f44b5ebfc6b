// Opens pages and drawings in a browser and tells everything that is wrong with them.
// Usage: node check.cjs BROWSER EXPECTED.json FILE.html|FILE.svg…; the packages are found through NODE_PATH.
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");
const axe = require("axe-core");

const [browserPath, expectedPath, ...files] = process.argv.slice(2);
const expected = JSON.parse(fs.readFileSync(expectedPath, "utf8"));
const widths = [320, 800, 1600];
let faults = 0;

function fault(file, what) {
  faults += 1;
  console.error(`${path.basename(file)}: ${what}`);
}

// Runs in the browser.
function findOverlaps() {
  const found = [];
  for (const svg of document.documentElement.matches("svg") ? [document.documentElement] : document.querySelectorAll("svg")) {
    const view = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll("text")].map((text) => ({ text, box: text.getBBox() }));
    const ring = Math.max(0, ...[...svg.querySelectorAll("circle.ring")].map((circle) => circle.r.baseVal.value));
    texts.forEach(({ text, box }, index) => {
      const name = text.textContent.slice(0, 40);
      const right = box.x + box.width;
      const bottom = box.y + box.height;
      if (box.x < view.x || right > view.x + view.width || box.y < view.y || bottom > view.y + view.height) {
        found.push(`"${name}" reaches over the edge`);
      }
      const x = Math.max(box.x, Math.min(0, right));
      const y = Math.max(box.y, Math.min(0, bottom));
      if (text.matches(".name") && Math.hypot(x, y) < ring) found.push(`"${name}" lies over the drawing`);
      for (const { text: other, box: its } of texts.slice(0, index)) {
        const across = Math.min(right, its.x + its.width) - Math.max(box.x, its.x);
        const down = Math.min(bottom, its.y + its.height) - Math.max(box.y, its.y);
        if (across > 0.5 && down > 0.5) found.push(`"${name}" lies over "${other.textContent.slice(0, 40)}"`);
      }
    });
  }
  return found;
}

// Runs in the browser.
function findOverflow() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return null;
  const wide = [...document.querySelectorAll("main *")].filter(
    (one) => one.getBoundingClientRect().right > root.clientWidth + 1 && !one.closest(".scroll"));
  return `${root.scrollWidth} wide, by ${wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 80)).join(" ")}`;
}

async function checkAccess(file, page, where) {
  const violations = await page.evaluate(async () => (await window.axe.run()).violations.map(
    (one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120) + " " + node.failureSummary).join("; ")}`));
  for (const one of violations) fault(file, `${where}: ${one}`);
}

async function checkPaper(file, page) {
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  const hidden = await page.evaluate(() => [...document.querySelectorAll("details td")].filter(
    (cell) => !cell.checkVisibility() || cell.getBoundingClientRect().height === 0).length);
  if (hidden > 0) fault(file, `on paper: ${hidden} cells are folded away`);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.emulateMedia({ media: null });
  for (const format of ["A4", "Letter"]) {
    const pdf = await page.pdf({ format, preferCSSPageSize: false });
    const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) || []).length;
    if (pages < 1 || pages > 3 + height / 400) fault(file, `on ${format}: ${pages} pages`);
    fs.writeFileSync(file.replace(/\.html$/, `.${format}.pdf`), pdf);
  }
}

async function checkPage(file, context, scheme) {
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) fault(file, `console: ${message.text()}`);
  });
  page.on("pageerror", (error) => fault(file, `error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address) fault(file, `asks for ${request.url()}`);
  });
  await page.goto(address);
  const is_page = file.endsWith(".html");
  if (is_page) await page.evaluate(axe.source);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const one of await page.evaluate(findOverlaps)) fault(file, `at ${width}: ${one}`);
    if (!is_page) continue;
    const wide = await page.evaluate(findOverflow);
    if (wide) fault(file, `at ${width}: ${wide}`);
    if (width !== 800) await checkAccess(file, page, `${scheme} at ${width}`);
  }
  if (is_page && scheme === "light") {
    const text = await page.evaluate(() => document.body.textContent.replaceAll("\u00a0", " "));
    for (const one of expected[path.basename(file)] || []) {
      if (!text.includes(one)) fault(file, `does not say "${one}"`);
    }
    await checkPaper(file, page);
  }
  await page.close();
}

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
  for (const scheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme: scheme });
    for (const file of files) await checkPage(file, context, scheme);
    await context.close();
  }
  await browser.close();
  console.log(`${files.length} files looked at, ${faults} faults`);
  process.exit(faults === 0 ? 0 : 1);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
