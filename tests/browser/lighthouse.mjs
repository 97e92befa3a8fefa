/* Lighthouse over many pages in one Chromium, each judged by itself with an empty cache: a line of JSON a page.

   node lighthouse.mjs CLI CHROMIUM desktop|mobile URL...     CLI is Lighthouse's cli/index.js

   Left out is what no score counts: pictures of the page, and advice that the performance score does not weigh. */
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [cli, chromePath, device, ...urls] = process.argv.slice(2);
const load = async (file) => import(pathToFileURL(file));
const core = async (file) => (await load(path.resolve(cli, "../../core", file))).default;

const lighthouse = await core("index.js");
const standard = await core("config/default-config.js");
const config = device === "desktop" ? await core("config/desktop-config.js") : standard;
const { launch } = await load(createRequire(cli).resolve("chrome-launcher"));

const unweighed = standard.categories.performance.auditRefs.filter(({ weight }) => !weight).map(({ id }) => id);
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox"] });
try {
  for (const url of urls) {
    const flags = { port: chrome.port, logLevel: "error", disableFullPageScreenshot: true, skipAudits: unweighed };
    const { lhr } = await lighthouse(url, flags, config);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score]));
    const short = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 0.9);
    const failed = short.map(({ id, score, displayValue }) => `${id}: ${displayValue ?? score}`);
    console.log(JSON.stringify({ url, scores, failed }));
  }
} finally {
  await chrome.kill();
}
