// Suggestions under a text field, after the ARIA combobox pattern (list autocomplete, manual selection).
// A field asks for them with data-suggestions, the address that answers ?q=… with [{value, label, detail}].
// Without this script the field is a plain text field, and the server finds what its words mean.

const PAUSE = 150;
const LATER = 2000;
const SHORTEST = 2;

class Suggestions {
  constructor(input) {
    this.input = input;
    this.source = input.dataset.suggestions;
    this.active = -1;
    this.list = this.add("ul", "suggestions");
    this.list.id = `${input.id}-liste`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.labels[0]?.textContent.trim() ?? "Suggestions");
    this.list.hidden = true;
    this.status = this.add("p", "visually-hidden");
    this.status.setAttribute("role", "status");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    input.autocomplete = "off";
    input.addEventListener("input", event => this.typed(event));
    input.addEventListener("keydown", event => this.pressed(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", event => event.preventDefault());
    this.list.addEventListener("click", event => this.choose(event.target.closest("[role=option]")));
  }

  add(name, style) {
    const element = document.createElement(name);
    element.className = style;
    const before = [...this.input.parentElement.children].find(child => child.matches(".error")) ?? null;
    this.input.parentElement.insertBefore(element, before);
    return element;
  }

  words() {
    return this.input.value.trim();
  }

  typed() {
    clearTimeout(this.timer);
    if (this.words().length < SHORTEST) {
      this.close();
      return;
    }
    this.wanted = true;
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  // One question at a time: a slow server is not asked once a letter, and the last words are those answered.
  async ask() {
    if (this.asking) {
      return;
    }
    this.asking = true;
    const words = this.words();
    const found = await this.answer(words);
    this.asking = false;
    if (!this.wanted) {
      return;
    }
    if (this.words() !== words) {
      this.typed();
    } else if (found) {
      this.show(found);
    } else {
      this.timer = setTimeout(() => this.ask(), LATER);
    }
  }

  // Nothing when nobody answers, or too many ask: the field still works by itself.
  async answer(words) {
    try {
      const answer = await fetch(`${this.source}?q=${encodeURIComponent(words)}`, {
        headers: { Accept: "application/json" },
      });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  show(found) {
    this.list.replaceChildren(...found.map((one, rank) => this.option(one, rank)));
    this.activate(-1);
    const open = found.length > 0 && document.activeElement === this.input;
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.status.textContent = found.length === 0
      ? "Aucune proposition."
      : found.length === 1 ? "1 proposition." : `${found.length} propositions.`;
  }

  option(one, rank) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${rank}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.value = one.value;
    option.append(one.label);
    if (one.detail) {
      const detail = document.createElement("small");
      detail.textContent = ` ${one.detail}`;
      option.append(detail);
    }
    return option;
  }

  pressed(event) {
    const open = !this.list.hidden;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        event.preventDefault();
        if (open) {
          this.move(event.key === "ArrowDown" ? 1 : -1);
        } else {
          this.typed();
        }
        break;
      case "Enter":
        if (open && this.active >= 0) {
          event.preventDefault();
          this.choose(this.list.children[this.active]);
        }
        break;
      case "Escape":
        if (open) {
          event.preventDefault();
          this.close();
        }
        break;
    }
  }

  // One place beyond each end is the field itself.
  move(step) {
    const places = this.list.children.length + 1;
    this.activate((this.active + 1 + step + places) % places - 1);
  }

  activate(rank) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = rank;
    const option = this.list.children[rank];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", option.id);
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  choose(option) {
    if (!option) {
      return;
    }
    this.input.value = option.dataset.value;
    this.close();
    this.status.textContent = `${option.dataset.value} : choisi.`;
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  close() {
    clearTimeout(this.timer);
    this.wanted = false;
    this.list.hidden = true;
    this.activate(-1);
    this.input.setAttribute("aria-expanded", "false");
  }
}

document.querySelectorAll("input[data-suggestions]").forEach(input => new Suggestions(input));
