// The door of a session held with a phone: tickets scanned or typed, the list ticked, network or not. Each act is
// written on the device first, then told to the server; told twice, it counts once.

const ROWS = 20;
const EVERY = 20000;
const AT_ONCE = 200;

class Accueil {
  constructor(root) {
    this.path = root.dataset.chemin;
    this.vault = new Coffre(this.path);
    this.content = null;
    this.csrf = document.querySelector("input[name=_csrf]").value;
    this.find = id => document.getElementById(id);
    this.find("emporter").addEventListener("click", () => this.take());
    this.find("ouvrir").addEventListener("submit", event => this.unlock(event));
    this.find("billet").addEventListener("submit", event => this.typed(event));
    this.find("groupe").addEventListener("submit", event => this.group(event));
    this.find("mots").addEventListener("input", () => this.showList());
    this.find("envoyer").addEventListener("click", () => this.send());
    this.find("effacer").addEventListener("click", () => this.erase());
    this.find("scanner").addEventListener("click", () => this.scan());
    window.addEventListener("online", () => this.content ? this.send() : this.start());
    setInterval(() => this.send(), EVERY);
    root.hidden = false;
  }

  async start() {
    await Coffre.forgetOld();
    const stored = await this.vault.stored();
    if (!stored) {
      this.show("preparer");
      return;
    }
    const answer = await this.ask([]);
    try {
      if (answer.list) {
        await this.opened(answer.list.code, answer.list);
        return;
      }
      this.say(answer.problem);
    } catch {
      this.say("Une autre personne a emporté cette liste sur cet appareil : son code l'ouvre.");
    }
    this.show("ouvrir");
  }

  show(part) {
    for (const id of ["preparer", "ouvrir", "porte"]) {
      this.find(id).hidden = id !== part;
    }
  }

  say(words) {
    this.find("etat").textContent = words;
  }

  tell(words) {
    const said = this.find("dit");
    said.textContent = words;
    said.hidden = !words;
  }

  async take() {
    this.say("La liste arrive…");
    const answer = await this.ask([]);
    if (!answer.list) {
      this.say(answer.problem);
      return;
    }
    await garderPage("accueil");
    await this.opened(answer.list.code, answer.list);
  }

  async unlock(event) {
    event.preventDefault();
    try {
      await this.opened(this.find("cle").value, null);
    } catch {
      this.say("Ce code n'ouvre pas la liste de cet appareil.");
    }
  }

  async opened(code, list) {
    const kept = await this.vault.open(code);
    this.content = kept ?? { list, acts: [] };
    this.content.code = code;
    if (list) {
      this.content.list = list;
      this.content.offset = list.now - Date.now();
    }
    await this.save();
    this.say("");
    this.show("porte");
    this.find("camera").hidden = !("BarcodeDetector" in window && navigator.mediaDevices);
    this.showAll();
    await this.send();
  }

  save() {
    return this.vault.keep(this.content, this.content.list.until);
  }

  // Tells these acts and gets the list as it stands; says in French what keeps it from it.
  async ask(acts, again = true) {
    const body = new URLSearchParams([["_csrf", this.csrf], ...acts.map(act => ["acte", act])]);
    let answer;
    try {
      answer = await fetch(`${this.path}/fusion`, { method: "POST", body, redirect: "manual" });
    } catch {
      return { problem: "Pas de réseau : ce qui est noté reste sur cet appareil et partira plus tard." };
    }
    if (answer.type === "opaqueredirect") {
      return { problem: "Reconnectez-vous pour envoyer ce qui est noté : rien n'est perdu." };
    }
    if (answer.status === 403 && again && await this.freshToken()) {
      return this.ask(acts, false);
    }
    return answer.ok
      ? { list: await answer.json() }
      : { problem: "Le serveur ne répond pas comme prévu : ce qui est noté reste sur cet appareil." };
  }

  async freshToken() {
    const fresh = await pageFraiche();
    this.csrf = fresh?.querySelector("input[name=_csrf]")?.value ?? this.csrf;
    return fresh !== null;
  }

  async send() {
    if (!this.content || this.sending) {
      return;
    }
    this.sending = true;
    try {
      const acts = this.content.acts.slice(0, AT_ONCE);
      const answer = await this.ask(acts);
      if (answer.list) {
        await this.merged(acts, answer.list);
      }
      this.say(answer.problem ?? "À jour.");
    } finally {
      this.sending = false;
    }
    this.showAll();
    if (this.content?.acts.length >= AT_ONCE) {
      await this.send();
    }
  }

  async merged(acts, list) {
    this.content.acts = this.content.acts.slice(acts.length);
    this.content.list = { ...list, answers: [] };
    const bad = list.answers.find(one => !one.good);
    if (bad) {
      this.tell(bad.sentence);
    }
    this.content.offset = list.now - Date.now();
    if (list.last && this.content.acts.length === 0) {
      await this.end("L'appel est clos : la liste est effacée de cet appareil.");
      return;
    }
    await this.save();
  }

  async erase() {
    const waiting = this.content.acts.length;
    if (!waiting || confirm(`Ce qui n'est pas envoyé (${waiting}) sera perdu. Effacer ?`)) {
      await this.end("La liste est effacée de cet appareil.");
    }
  }

  async end(words) {
    await this.vault.erase();
    this.content = null;
    await caches.delete("accueil");
    this.find("liste").replaceChildren();
    this.find("secret").textContent = "";
    this.show("preparer");
    this.say(words);
  }

  // Where a ticket stands once what this device did is counted in.
  state(line) {
    let here = line.at;
    for (const act of this.content.acts) {
      const [what, ticket, at] = act.split("|");
      if (ticket === line.code || ticket === line.text) {
        here = what === "here" ? here || Number(at) : 0;
      }
    }
    return here;
  }

  hour(moment) {
    return new Date(moment).toLocaleTimeString("fr-FR", { hour: "numeric", minute: "2-digit" }).replace(":", " h ");
  }

  async typed(event) {
    event.preventDefault();
    const field = this.find("code");
    if (await this.ticket(field.value)) {
      field.value = "";
    }
    field.focus();
  }

  // Whether somebody was welcomed, or will be once the server has looked.
  async ticket(words) {
    const text = words.trim();
    const code = text.toUpperCase().replace(/[\s.–-]/g, "").replace(/[IL]/g, "1");
    const line = this.content.list.lines.find(one => one.text === text || one.code === code);
    if (line) {
      return this.welcome(line);
    }
    if (text.startsWith("PREAU/") || this.isCode(code)) {
      await this.note("here", text.startsWith("PREAU/") ? text : code, ["", "", ""]);
      this.tell("Ce billet n'est pas dans la liste emportée : il est noté, et sera vérifié avec le réseau.");
      return true;
    }
    this.tell("Ce code n'existe pas : une lettre est mal lue ou mal tapée. Vérifiez, ou cherchez le prénom dans la liste.");
    return false;
  }

  // The last sign checks the others, as HumanCode does: a mistake is told at the door, with network or without.
  isCode(code) {
    const signs = "123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const numbers = [...code].map(sign => signs.indexOf(sign));
    const sum = numbers.slice(0, 8).reduce((all, number, at) => all + (at + 2) * number, 0);
    return numbers.length === 9 && !numbers.includes(-1) && (sum + numbers[8]) % signs.length === 0;
  }

  // People who came without registering: counted by the server, on its seats, as soon as it hears of them.
  async group(event) {
    event.preventDefault();
    const field = this.find("combien");
    const people = field.value.trim();
    if (!/^[1-9]\d?$/.test(people)) {
      this.tell("Écrivez un nombre de personnes, en chiffres.");
      field.focus();
      return;
    }
    await this.note("group", crypto.randomUUID(), ["", "", people]);
    field.value = "";
    this.tell(`${people} venus sans inscription : noté.`);
  }

  async welcome(line, numbers = ["", "", ""]) {
    const since = this.state(line);
    if (this.content.list.refusal || line.cancelled || since) {
      this.tell(this.content.list.refusal
        || (line.cancelled
          ? "Ce billet est annulé : la place est rendue. Si cette personne entre, comptez-la comme venue sans inscription."
          : `${line.name} : déjà accueilli à ${this.hour(since)}.`));
      return false;
    }
    if (line.schoolClass && !numbers[0]) {
      this.find("mots").value = line.name;
      this.showList();
      this.tell(`${line.name} : comptez la classe, dans la liste.`);
      return true;
    }
    await this.note("here", line.code, numbers);
    this.tell(`${line.name} : bienvenue.`);
    return true;
  }

  async undo(line) {
    await this.note("undo", line.code, ["", "", ""]);
    this.tell(`${line.name} : l'arrivée est annulée.`);
  }

  async note(what, ticket, numbers) {
    const at = Math.round(Date.now() + this.content.offset);
    this.content.acts.push([what, ticket, at, ...numbers].join("|"));
    await this.save();
    this.showAll();
    this.send();
  }

  showAll() {
    if (!this.content) {
      return;
    }
    const lines = this.content.list.lines.filter(line => !line.cancelled);
    this.find("presents").textContent = `${lines.filter(line => this.state(line)).length} sur ${lines.length} inscriptions`;
    this.find("attente").textContent = String(this.content.acts.length);
    this.find("secret").textContent = this.content.code;
    const settled = this.content.acts.map(act => act.split("|")[1]);
    const reviews = (this.content.list.reviews ?? []).filter(one => !settled.includes(one.id));
    this.find("revoir").hidden = reviews.length === 0;
    this.find("soucis").replaceChildren(...reviews.map(one => this.review(one)));
    this.showList();
  }

  review(one) {
    const item = document.createElement("li");
    const words = document.createElement("span");
    words.textContent = one.words;
    item.append(
      words,
      this.button("Compter", one.words, () => this.note("counted", one.id, ["", "", ""])),
      this.button("Vu", one.words, () => this.note("seen", one.id, ["", "", ""])));
    return item;
  }

  showList() {
    const plain = words => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const words = plain(this.find("mots").value).split(/\s+/).filter(word => word);
    const found = this.content.list.lines.filter(line =>
      !line.cancelled && words.every(word => plain(`${line.name} ${line.about}`).includes(word)));
    const typing = this.find("liste").contains(document.activeElement) && document.activeElement.matches("input");
    if (!typing) {
      this.find("liste").replaceChildren(...found.slice(0, ROWS).map(line => this.row(line)));
    }
    const rest = found.length - ROWS;
    this.find("reste").textContent = rest > 0 ? `Il en reste ${rest} : cherchez un prénom, un niveau ou une classe.` : "";
  }

  row(line) {
    const item = document.createElement("li");
    const who = document.createElement("span");
    const name = document.createElement("strong");
    name.textContent = line.name;
    const since = this.state(line);
    who.append(name, ` ${line.about}${since ? ` – arrivé à ${this.hour(since)}` : ""}`);
    item.append(who);
    if (since) {
      item.append(this.button("Annuler", line.name, () => this.undo(line)));
    } else if (line.schoolClass) {
      item.append(this.classForm(line));
    } else {
      item.append(this.button("Arrivé", line.name, () => this.welcome(line)));
    }
    return item;
  }

  button(words, who, action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "secondary";
    button.textContent = words;
    button.setAttribute("aria-label", `${words} : ${who}`);
    button.addEventListener("click", action);
    return button;
  }

  classForm(line) {
    const form = document.createElement("form");
    const fields = [["Élèves", line.pupils], ["Filles (facultatif)", ""], ["Adultes", line.adults]].map(([label, value]) => {
      const words = document.createElement("label");
      const input = document.createElement("input");
      input.inputMode = "numeric";
      input.maxLength = 2;
      input.value = value;
      words.append(label, " ", input);
      form.append(words);
      return input;
    });
    const button = this.button("Compter", line.name, () => {});
    button.type = "submit";
    form.append(button);
    form.addEventListener("submit", event => {
      event.preventDefault();
      const numbers = fields.map(field => field.value.trim());
      if (numbers.some(number => !/^\d{0,2}$/.test(number)) || !numbers[0] || Number(numbers[1]) > Number(numbers[0])) {
        this.tell("Écrivez des nombres, en chiffres, et pas plus de filles que d'élèves.");
        return;
      }
      button.focus();
      this.welcome(line, numbers);
    });
    return form;
  }

  async scan() {
    const view = this.find("vue");
    const button = this.find("scanner");
    if (this.stream) {
      this.stopScanning();
      return;
    }
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      this.tell("L'appareil photo n'est pas disponible : tapez le code du billet.");
      return;
    }
    view.srcObject = this.stream;
    await view.play();
    button.textContent = "Arrêter de scanner";
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    let last = "";
    while (this.stream) {
      const [seen] = await detector.detect(view).catch(() => []);
      if (seen && seen.rawValue !== last) {
        last = seen.rawValue;
        await this.ticket(last);
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }

  stopScanning() {
    this.stream.getTracks().forEach(track => track.stop());
    this.stream = null;
    this.find("scanner").textContent = "Scanner un billet";
  }
}

const racine = document.getElementById("accueil");
if (racine && window.isSecureContext) {
  new Accueil(racine).start();
} else if (racine) {
  racine.replaceChildren("Cette page ne marche qu'à une adresse sûre, qui commence par https.");
  racine.hidden = false;
}
