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
    this.find("mots").addEventListener("input", () => this.showList());
    this.find("envoyer").addEventListener("click", () => this.send());
    this.find("effacer").addEventListener("click", () => this.erase());
    this.find("scanner").addEventListener("click", () => this.scan());
    window.addEventListener("online", () => this.send());
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
    this.content = kept ?? { list, acts: [], worries: [] };
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
    this.content.worries.push(...list.answers.filter(one => !one.good).map(one => one.sentence));
    this.content.list = { ...list, answers: [] };
    this.content.offset = list.now - Date.now();
    if (list.last && this.content.acts.length === 0 && this.content.worries.length === 0) {
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
    if (text.startsWith("PREAU/") || /^[0-9A-Z]{9}$/.test(code)) {
      await this.note("here", text.startsWith("PREAU/") ? text : code, ["", "", ""]);
      this.tell("Ce billet n'est pas dans la liste emportée : il est noté, et sera vérifié avec le réseau.");
      return true;
    }
    this.tell("Ce code n'est pas celui d'un billet. Vérifiez-le, ou cherchez le prénom dans la liste.");
    return false;
  }

  async welcome(line, numbers = ["", "", ""]) {
    const since = this.state(line);
    if (this.content.list.refusal || line.cancelled || since) {
      this.tell(this.content.list.refusal
        || (line.cancelled ? "Ce billet est annulé : la place est rendue." : `${line.name} : déjà accueilli à ${this.hour(since)}.`));
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
    this.find("revoir").hidden = this.content.worries.length === 0;
    this.find("soucis").replaceChildren(...this.content.worries.map((words, at) => this.worry(words, at)));
    this.showList();
  }

  worry(words, at) {
    const item = document.createElement("li");
    item.append(words, " ", this.button("Vu", words, async () => {
      this.content.worries.splice(at, 1);
      await this.save();
      this.showAll();
    }));
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
