// Keys for reviewing: on a part of the page marked data-review, a key does what the link, button or details marked
// data-key says. Claims marked data-claim are gone through in their order; keys then act on the one gone to.
// Without scripts the same links and buttons are there. The keys can be turned off, and stay off.
const OFF = "handback-keys-off";

export function reviewByKeys(root) {
  const page = root.querySelector("[data-review]");
  const legend = root.querySelector("[data-keys]");
  if (!page || !legend) return;
  legend.hidden = false;
  const keys = { page, legend, current: null, off: kept() };
  const button = legend.querySelector("[data-keys-switch]");
  const told = () => { button.textContent = keys.off ? "Turn the keys on" : "Turn the keys off"; };
  button.addEventListener("click", () => { keys.off = !keys.off; keep(keys.off); told(); });
  told();
  document.addEventListener("keydown", (event) => pressed(event, keys));
  const target = askedFor(page);
  if (target?.dataset.claim) goTo(target, keys);
  // The browser itself goes to the target once the page is loaded, and takes the focus with it.
  if (target?.matches("details")) whenLoaded(() => open(target));
}

function pressed(event, keys) {
  if (keys.off || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const key = event.key.toLowerCase();
  const claims = [...keys.page.querySelectorAll("[data-claim]")];
  if (claims.length && "jnk".includes(key)) step(claims, key === "k" ? -1 : 1, keys);
  else if (!act(claims.length ? keys.current : keys.page, key)) return;
  event.preventDefault();
}

function step(claims, by, keys) {
  const at = claims.indexOf(keys.current);
  const to = at < 0 ? 0 : Math.min(Math.max(at + by, 0), claims.length - 1);
  goTo(claims[to], keys);
}

function goTo(claim, keys) {
  keys.current?.classList.remove("hb-claims__item--current");
  keys.current = claim;
  claim.classList.add("hb-claims__item--current");
  claim.focus({ preventScroll: true });
  claim.scrollIntoView({ block: "center" });
}

function act(within, key) {
  const found = within?.querySelector(`[data-key~="${CSS.escape(key)}"]`);
  if (!found) return false;
  if (found.matches("details")) open(found);
  else found.click();
  return true;
}

function open(details) {
  details.open = true;
  const field = details.querySelector("input:not([type=hidden]), textarea, select");
  field?.focus();
}

function whenLoaded(then) {
  if (document.readyState === "complete") then();
  else addEventListener("load", () => setTimeout(then), { once: true });
}

function askedFor(page) {
  return location.hash.length > 1 ? page.querySelector(`#${CSS.escape(location.hash.slice(1))}`) : null;
}

function kept() {
  try { return localStorage.getItem(OFF) === "yes"; } catch { return false; }
}

function keep(off) {
  try { if (off) localStorage.setItem(OFF, "yes"); else localStorage.removeItem(OFF); } catch { /* private windows */ }
}
