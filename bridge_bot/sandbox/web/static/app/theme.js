// Light, dark, or as the system has it. Loaded first and by itself, so that nothing flashes.

const NEXT = { auto: "light", light: "dark", dark: "auto" };
const WORDS = { auto: "as the system", light: "light", dark: "dark" };
let chosen = localStorage.getItem("theme") ?? "auto";

function apply() {
  if (chosen === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

apply();
document.addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("theme");
  const tell = () => {
    button.setAttribute("aria-label", `Colours: ${WORDS[chosen]}`);
    button.title = `Colours: ${WORDS[chosen]}`;
  };
  tell();
  button.addEventListener("click", () => {
    chosen = NEXT[chosen];
    localStorage.setItem("theme", chosen);
    apply();
    tell();
  });
});
