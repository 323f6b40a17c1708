// What a device takes along for one session: the list and the acts not yet told, encrypted (AES-GCM) in IndexedDB with a
// key made from a code that is never written on the device. Opened, the key lives in this page's memory only and cannot
// be read out of it.

const TOURS = 600000;

class Coffre {
  constructor(nom) {
    this.nom = nom;
    this.cle = null;
  }

  static base() {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open("accueil", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("coffres");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
  }

  static async act(mode, work) {
    const base = await Coffre.base();
    try {
      return await new Promise((resolve, reject) => {
        const transaction = base.transaction("coffres", mode);
        const request = work(transaction.objectStore("coffres"));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = () => reject(transaction.error);
      });
    } finally {
      base.close();
    }
  }

  // Lists whose day is over go from any page of this kind, opened or not.
  static async forgetOld() {
    const kept = await Coffre.act("readonly", store => store.getAll());
    const names = await Coffre.act("readonly", store => store.getAllKeys());
    for (const [at, one] of kept.entries()) {
      if (one.until < Date.now() && !one.waiting) {
        await Coffre.act("readwrite", store => store.delete(names[at]));
      }
    }
  }

  stored() {
    return Coffre.act("readonly", store => store.get(this.nom));
  }

  async open(code) {
    const stored = await this.stored();
    this.salt = stored?.salt ?? crypto.getRandomValues(new Uint8Array(16));
    const words = new TextEncoder().encode(code.toUpperCase().replace(/[^0-9A-Z]/g, "").replace(/[IL]/g, "1"));
    const secret = await crypto.subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"]);
    this.cle = await crypto.subtle.deriveKey(
      { name: "PBKDF2", hash: "SHA-256", salt: this.salt, iterations: TOURS },
      secret, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    return stored ? this.decrypt(stored) : null;
  }

  async decrypt(stored) {
    try {
      const clear = await crypto.subtle.decrypt({ name: "AES-GCM", iv: stored.iv }, this.cle, stored.data);
      return JSON.parse(new TextDecoder().decode(clear));
    } catch {
      this.cle = null;
      throw new Error("wrong code");
    }
  }

  // `waiting` is how many acts are inside, `until` when it may be erased: neither says anything of anyone.
  async keep(content, until) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt(
      { name: "AES-GCM", iv }, this.cle, new TextEncoder().encode(JSON.stringify(content)));
    const kept = { salt: this.salt, iv, data, until, waiting: content.acts.length };
    await Coffre.act("readwrite", store => store.put(kept, this.nom));
  }

  async erase() {
    this.cle = null;
    await Coffre.act("readwrite", store => store.delete(this.nom));
  }
}
