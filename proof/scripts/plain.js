document.adoptedStyleSheets = [];
return problems;
