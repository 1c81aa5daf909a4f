// The way to the program on this machine: requests with the key from the address, and the events that it sends.

let token = decodeURIComponent(location.hash.slice(1));

export const hasToken = token !== "";

// Changes a key that is good for one page for the one that stays, which the address then has too.
export async function enter() {
  if (!token.startsWith("once.")) return;
  const answer = await ask("/api/enter", { method: "POST" });
  if (!answer.ok) return;
  ({ token } = await answer.json());
  history.replaceState(null, "", `#${token}`);
}

export async function ask(path, options = {}) {
  const headers = { "X-Gouji-Token": token, ...(options.headers || {}) };
  return fetch(path, { ...options, headers });
}

export async function json(path, options = {}) {
  const answer = await ask(path, options);
  const data = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(data.error || String(answer.status));
  return data;
}

export function send(path, data, method = "POST") {
  return json(path, { method, body: JSON.stringify(data), headers: { "Content-Type": "application/json" } });
}

export function upload(file, role) {
  const headers = { "X-Gouji-Name": encodeURIComponent(file.name), "X-Gouji-Role": role, "Content-Type": "application/octet-stream" };
  return json("/api/files", { method: "POST", body: file, headers });
}

// Saves what is at `path` under the name that the program gives it.
export async function save(path, options = {}) {
  const answer = await ask(path, options);
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).error || String(answer.status));
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = decodeURIComponent(answer.headers.get("X-Gouji-Name") || "gouji");
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

// Calls `state` with every state that is sent, `lost` when the connection breaks, and `ended` once it is over.
export async function listen({ state, lost, ended }) {
  for (let failures = 0; failures < 4; failures += 1) {
    try {
      const answer = await ask("/api/events");
      if (answer.status === 401) return ended("no-token");
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        failures = 0;
        const events = (rest + value).split("\n\n");
        rest = events.pop();
        for (const event of events) {
          if (event.startsWith("event: state")) state(JSON.parse(event.slice(event.indexOf("data: ") + 6)));
          if (event.startsWith("event: end")) return ended("ended");
        }
      }
    } catch { /* refused: the program has ended, or is about to answer again */ }
    lost();
    await new Promise((resolve) => setTimeout(resolve, 400 * (failures + 1)));
  }
  return ended("ended");
}
