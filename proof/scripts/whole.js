// The page has arrived in full: its style sheet and scripts work, its pictures are there.
if (!getComputedStyle(document.documentElement).getPropertyValue("--brand").trim()) problems.push("it has no style sheet");
if (!self.mappeBuilt && !self.mappeSearch) problems.push("its scripts do not run");
for (const image of document.images) {
  image.loading = "eager";
  if (image.complete && !image.naturalWidth) problems.push(`a picture is missing: ${image.getAttribute("src")}`);
}
return problems;
