// Compiles sass/ and js/ and copies the font into the package. Run by `make assets`; only maintainers need it.
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { buildSync, transformSync } from "esbuild";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../src/handback/web/shared/static/shared");
const font = join(here, "node_modules/@fontsource-variable/atkinson-hyperlegible-next");

// GOV.UK Frontend names left and right; pages here may also be read from right to left.
const LOGICAL = [
  [/(?<![\w-])(margin|padding)-left(?=\s*:)/g, "$1-inline-start"],
  [/(?<![\w-])(margin|padding)-right(?=\s*:)/g, "$1-inline-end"],
  [/(?<![\w-])border-left(-width|-style|-color)?(?=\s*:)/g, "border-inline-start$1"],
  [/(?<![\w-])border-right(-width|-style|-color)?(?=\s*:)/g, "border-inline-end$1"],
  [/(?<=[{;\s])left(?=\s*:)/g, "inset-inline-start"],
  [/(?<=[{;\s])right(?=\s*:)/g, "inset-inline-end"],
  [/(text-align\s*:\s*)left/g, "$1start"],
  [/(text-align\s*:\s*)right/g, "$1end"],
  [/(float\s*:\s*)left/g, "$1inline-start"],
  [/(float\s*:\s*)right/g, "$1inline-end"],
];

const logical = (css) => LOGICAL.reduce((text, [physical, flowing]) => text.replace(physical, flowing), css);

function styles() {
  const { css } = compile(join(here, "sass/handback.scss"), {
    loadPaths: [join(here, "node_modules")],
    quietDeps: true,
  });
  const flowing = logical(css);
  if (/crest|GDS Transport/i.test(flowing)) throw new Error("The crest and GDS Transport are for GOV.UK only.");
  const { code } = transformSync(flowing, { loader: "css", minify: true, target: ["chrome109", "firefox115", "safari15.4"] });
  writeFileSync(join(out, "handback.css"), code);
}

function scripts() {
  buildSync({
    entryPoints: [join(here, "js/handback.js")],
    outfile: join(out, "handback.js"),
    bundle: true,
    minify: true,
    legalComments: "none",
    format: "esm",
    target: ["chrome109", "firefox115", "safari15.4"],
  });
}

function fonts() {
  for (const part of ["latin", "latin-ext"]) {
    const name = `atkinson-hyperlegible-next-${part}-wght-normal.woff2`;
    copyFileSync(join(font, "files", name), join(out, "fonts", name));
  }
  copyFileSync(join(font, "LICENSE"), join(out, "fonts", "LICENSE-OFL.txt"));

}

mkdirSync(join(out, "fonts"), { recursive: true });
fonts();
styles();
scripts();
for (const name of ["handback.css", "handback.js"]) {
  const path = join(out, name);
  const kb = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;
  console.log(`${name}: ${kb(statSync(path).size)}, ${kb(gzipSync(readFileSync(path)).length)} gzipped`);
}
