// Take the funding links out of the lock: it shall name versions and hashes, and no host.
import { readFileSync, writeFileSync } from "node:fs";

const path = new URL("package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(path, "utf8"));
for (const piece of Object.values(lock.packages)) {
  delete piece.funding;
  delete piece.resolved;
}
writeFileSync(path, JSON.stringify(lock, null, 2) + "\n");
