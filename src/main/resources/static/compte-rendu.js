// A workshop's report, written with the network or without: what is typed stays on the device until the server has it.
// The draft keeps the token of its form, so that sent twice it is deposited once.

const CACHE = "compte-rendu";
const EVERY = 5000;

class Brouillon {
  constructor() {
    this.key = `compte-rendu:${location.pathname}`;
  }

  read() {
    return JSON.parse(localStorage.getItem(this.key) ?? "null");
  }

  write(draft) {
    localStorage.setItem(this.key, JSON.stringify(draft));
  }

  async erase() {
    localStorage.removeItem(this.key);
    if ("caches" in window) {
      await (await caches.open(CACHE)).delete(location.pathname);
    }
  }
}

class CompteRendu {
  constructor(root, draft) {
    this.draft = draft;
    this.form = root.querySelector("form");
    const kept = draft.read();
    if (kept) {
      this.form.elements.jeton.value = kept.token;
      if (root.dataset.etat === "vierge") {
        this.restore(kept);
      }
    }
    if (root.dataset.etat === "saisi") {
      this.keep();
    }
    this.form.addEventListener("input", () => this.keep());
    this.form.addEventListener("click", event => this.pressed(event));
    this.form.addEventListener("submit", event => this.submitted(event));
    window.addEventListener("online", () => this.back());
    setInterval(() => this.back(), EVERY);
    garderPage(CACHE).catch(() => {});
  }

  rows() {
    return [...this.form.querySelectorAll("fieldset[data-ligne]")];
  }

  keep(waiting = null) {
    const fields = Object.fromEntries([...new FormData(this.form)]
      .filter(([name]) => !["_csrf", "jeton", "action"].includes(name)));
    this.draft.write({ token: this.form.elements.jeton.value, fields, waiting });
  }

  restore(kept) {
    while (this.rows().length < Number(kept.fields.lignes)) {
      this.addRow();
    }
    for (const [name, value] of Object.entries(kept.fields)) {
      const field = this.form.elements[name];
      if (field?.type === "checkbox") {
        field.checked = field.value === value;
      } else if (field) {
        field.value = value;
      }
    }
    say("Votre brouillon, gardé sur cet appareil, est revenu.");
  }

  pressed(event) {
    const action = event.target.closest("button[name=action]")?.value ?? "";
    if (action === "ajouter") {
      event.preventDefault();
      this.addRow().querySelector("select").focus();
      this.keep();
    } else if (action.startsWith("retirer-")) {
      event.preventDefault();
      this.emptyRow(event.target.closest("fieldset"));
      this.keep();
    }
  }

  addRow() {
    const last = this.rows().at(-1);
    const number = this.rows().length;
    const row = last.cloneNode(true);
    const old = last.dataset.ligne;
    row.hidden = false;
    row.dataset.ligne = String(number);
    for (const element of row.querySelectorAll("*")) {
      for (const name of ["id", "name", "for", "value", "aria-describedby"]) {
        const value = element.getAttribute(name);
        if (value?.includes(`-${old}`)) {
          element.setAttribute(name, value.replace(new RegExp(`-${old}(?!\\d)`), `-${number}`));
        }
      }
    }
    this.clear(row);
    row.querySelector("legend").textContent = `Ligne ${number + 1}`;
    row.querySelector("button").setAttribute("aria-label", `Retirer la ligne ${number + 1}`);
    row.querySelectorAll(".error").forEach(error => error.remove());
    last.after(row);
    this.form.elements.lignes.value = String(number + 1);
    return row;
  }

  // An empty line is not kept by the server: out of sight is enough.
  emptyRow(row) {
    this.clear(row);
    if (this.rows().filter(one => !one.hidden).length > 1) {
      row.hidden = true;
    }
  }

  clear(row) {
    row.querySelectorAll("input, textarea, select").forEach(field => {
      field.value = "";
      field.removeAttribute("aria-invalid");
    });
  }

  submitted(event) {
    event.preventDefault();
    this.send(event.submitter?.value || "verifier");
  }

  async send(action) {
    if (this.sending) {
      return;
    }
    this.sending = true;
    this.keep(action);
    const fresh = await pageFraiche();
    this.sending = fresh !== null;
    if (!fresh) {
      answer("Pas de réseau : tout reste sur cet appareil. Gardez cette page ouverte, ou revenez-y quand le réseau sera là.");
      return;
    }
    const csrf = fresh.querySelector("input[name=_csrf]")?.value;
    this.form.elements._csrf.value = csrf ?? this.form.elements._csrf.value;
    const chosen = document.createElement("input");
    chosen.type = "hidden";
    chosen.name = "action";
    chosen.value = action;
    this.form.append(chosen);
    this.form.submit();
  }

  back() {
    const waiting = this.draft.read()?.waiting;
    if (waiting) {
      this.send(waiting);
    }
  }
}

function say(words) {
  const state = document.getElementById("compte-rendu-etat");
  state.textContent = words;
  state.hidden = false;
}

// Beside the button that was pressed, and brought into sight: the page is longer than a phone's screen.
function answer(words) {
  const state = document.getElementById("compte-rendu-reponse");
  state.textContent = words;
  state.hidden = false;
  state.scrollIntoView({ block: "nearest" });
}

async function deposited(root, draft) {
  const kept = draft.read();
  if (!kept) {
    return;
  }
  if (kept.token === root.dataset.depot) {
    await draft.erase();
  } else {
    say("Un autre compte rendu de cet atelier a été déposé. Celui que vous aviez écrit reste sur cet appareil, sans être envoyé.");
  }
}

const root = document.getElementById("compte-rendu");
if (root.dataset.etat === "depose") {
  deposited(root, new Brouillon());
} else {
  new CompteRendu(root, new Brouillon());
}
