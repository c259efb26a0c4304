// Text twice as large, as readers set it in the browser: WCAG 2.2, 1.4.4.
const sheet = new CSSStyleSheet();
sheet.replaceSync(":root { font-size: 200% !important }");
document.adoptedStyleSheets = [sheet];
return problems;
