import { cpSync, mkdirSync } from "node:fs";
mkdirSync("dist/assets", { recursive: true });
cpSync("src/index.html", "dist/index.html");
cpSync("src/app.js", "dist/assets/app-1f.js");
