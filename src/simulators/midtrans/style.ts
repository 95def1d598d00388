/** The look of the simulator's pages, light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2330; --soft: #5c6675; --line: #dde2ea; --page: #f2f4f8; --card: #fff;
  --main: #0b4f8f; --good: #12733f; --bad: #b3261e; --waiting: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1f6; --soft: #a8b1bf; --line: #343c4a; --page: #12161d;
  --card: #1c222c; --main: #6db3f2; --good: #6fd39a; --bad: #ff9a92; --waiting: #f0c069; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; padding: .75rem 1.25rem;
  background: var(--card); border-bottom: 1px solid var(--line); }
header span { color: var(--soft); font-size: .875rem; }
main { display: grid; gap: 1rem; max-width: 30rem; margin: 1.5rem auto; padding: 0 1rem; }
main:has(.wide) { max-width: 60rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; min-width: 0; }
.card .card { border: 0; padding: .75rem 0 0; }
h1, h2, p, ul, dl, dd { margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1.05rem; margin-bottom: .75rem; }
.label, .id, dt { color: var(--soft); font-size: .875rem; }
.id { margin-top: .5rem; overflow-wrap: anywhere; }
.items { list-style: none; padding: .75rem 0 0; margin-top: .75rem; border-top: 1px solid var(--line); }
.items li { display: flex; justify-content: space-between; gap: 1rem; }
.items li span:last-child { white-space: nowrap; }
dl { display: grid; gap: .5rem; margin: 1rem 0; }
dd code { font-size: 1.05rem; overflow-wrap: anywhere; }
.state { font-weight: 600; font-size: 1.1rem; }
.good { color: var(--good); } .bad { color: var(--bad); } .waiting { color: var(--waiting); }
.qr { display: block; margin: 0 auto 1rem; background: #fff; border-radius: .5rem; }
.actions, .choices { display: grid; gap: .5rem; }
button, .button { font: inherit; padding: .7rem 1rem; border-radius: .5rem; border: 1px solid var(--line);
  background: transparent; color: var(--ink); cursor: pointer; text-align: center; text-decoration: none; display: block; }
.choices button { display: flex; justify-content: space-between; text-align: left; }
button:hover, .button:hover { border-color: var(--main); }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
.main { background: var(--main); border-color: var(--main); color: var(--card); font-weight: 600; }
button.danger { color: var(--bad); }
a { color: var(--main); } a.main { color: var(--card); }
summary { cursor: pointer; }
table { width: 100%; border-collapse: collapse; margin-top: 1rem; }
th, td { text-align: left; padding: .5rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
@media (max-width: 40rem) { header { padding: .75rem 1rem; } main { margin: 1rem auto; } }
`
