// The page of messages: a field that takes a message as it was printed and leaves the entries that it may be.
"use strict";

(function () {
  const place = document.getElementById("find-message");
  if (!place) {
    return;
  }

  const normal = text => text.replace(/^\s*\[ERROR\]/gm, "").replace(/\s+/g, " ").trim();
  const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  /** An entry is for a message that has its heading's words, in their order. */
  const entries = Array.from(document.querySelectorAll("h3")).map(heading => {
    const parts = [heading];
    for (let next = heading.nextElementSibling; next && !/^(H[123]|SECTION)$/.test(next.tagName); next = next.nextElementSibling) {
      parts.push(next);
    }
    const words = normal(heading.textContent).split("…").map(escaped);
    return { parts, pattern: new RegExp(words.join(".*")), length: words.join("").length };
  });

  const field = document.createElement("textarea");
  field.rows = 3;
  field.style.width = "100%";
  field.placeholder = "Paste a message here";
  const answer = document.createElement("p");
  place.append(field, answer);

  field.addEventListener("input", () => {
    const message = normal(field.value);
    const found = entries.filter(entry => message && entry.pattern.test(message));
    // one that says much fits better than one that is hardly more than its gaps
    const best = Math.max(0, ...found.map(entry => entry.length));
    const shown = found.filter(entry => entry.length * 2 >= best);
    for (const entry of entries) {
      const hidden = message && found.length > 0 && !shown.includes(entry);
      entry.parts.forEach(part => { part.style.display = hidden ? "none" : ""; });
    }
    answer.textContent = !message ? "" : found.length === 0 ? "No entry has these words." : "";
  });
})();
