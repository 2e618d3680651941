"use strict";
// Shows one item's passages in their sources; the page is whole without it.
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const items = all(".item");
  const panels = all(".panel");
  const tabs = all(".tab");
  const said = document.getElementById("said");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const wide = matchMedia("(min-width: 62rem)");
  let chosen = null;
  let begun = false;

  const keysOf = (item) => all(".passages a.go", item).map((link) => link.hash.slice(1));
  const panelOf = (id) => document.getElementById(id)?.closest(".panel");

  const show = (panel) => {
    for (const each of panels) each.hidden = each !== panel;
    for (const tab of tabs) {
      const on = tab.hash === `#${panel.id}`;
      if (on) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    }
  };

  const light = (keys) => {
    const lit = (value) => value.split(" ").some((key) => keys.includes(key));
    for (const mark of all("[data-quotes]")) mark.classList.toggle("on", lit(mark.dataset.quotes));
    for (const note of all(".note")) note.classList.toggle("on", keys.includes(note.dataset.quote));
    for (const tab of tabs) {
      const panel = document.querySelector(tab.hash.replace(/[^\w#-]/g, "\\$&"));
      tab.classList.toggle("has", keys.some((key) => panelOf(key) === panel));
    }
  };

  const bring = (id) => {
    const target = document.getElementById(id);
    const line = target?.closest(".line") ?? target;
    line?.scrollIntoView({ block: "center", behavior: begun && !calm.matches ? "smooth" : "auto" });
    return line;
  };

  const choose = (item, key) => {
    chosen = item;
    for (const each of items) {
      each.classList.toggle("on", each === item);
      const pick = each.querySelector(".pick");
      if (each === item) pick.setAttribute("aria-current", "true");
      else pick.removeAttribute("aria-current");
    }
    const keys = keysOf(item);
    light(keys);
    const first = key ?? keys[0];
    if (!first) return;
    const panel = panelOf(first);
    show(panel);
    if (wide.matches || key) bring(first); // on a narrow screen the passages stand in the item
    const place = document.querySelector(`.note[data-quote="${first}"] p`);
    said.textContent = `${panel.querySelector("h2").textContent}. ${place?.textContent ?? ""}`;
  };

  const go = (id) => {
    const target = document.getElementById(id);
    if (!target) return;
    const panel = target.closest(".panel");
    const item = target.closest(".item") ?? items.find((each) => keysOf(each).includes(id));
    if (item) choose(item, panel ? id : undefined);
    else if (panel) {
      show(panel);
      const mine = chosen && keysOf(chosen).find((key) => panelOf(key) === panel);
      const line = bring(target === panel && mine ? mine : id);
      if (target !== panel) {
        line.classList.add("flash");
        setTimeout(() => line.classList.remove("flash"), 1600);
      }
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".pick, .go, .tab, .at");
    const item = event.target.closest(".item");
    if (link) {
      event.preventDefault();
      const holder = link.closest(".item");
      if (link.classList.contains("pick")) choose(holder);
      else if (link.classList.contains("go")) choose(holder, link.hash.slice(1));
      else go(decodeURIComponent(link.hash.slice(1)));
      history.replaceState(null, "", link.classList.contains("pick") ? `#${holder.id}` : link.hash);
    } else if (item && !String(getSelection())) choose(item);
  });

  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    const item = event.target.closest?.(".item");
    if (!step || !item || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = items[items.indexOf(item) + step];
    if (!next) return;
    event.preventDefault();
    next.querySelector(".pick").focus();
    next.scrollIntoView({ block: "nearest" });
    choose(next);
  });

  addEventListener("hashchange", () => go(decodeURIComponent(location.hash.slice(1))));
  root.classList.add("js");
  const wanted = decodeURIComponent(location.hash.slice(1));
  const open = items.find((each) => keysOf(each).length && !["PROVEN", "OWN"].includes(each.dataset.state));
  const first = open ?? items.find((each) => keysOf(each).length);
  if (panels.length) show(panels[0]);
  if (wanted && document.getElementById(wanted)) go(wanted);
  else if (first) choose(first);
  begun = true;
})();
