// What axe-core knows of names, languages and texts in place of pictures: what may be wrong in one language alone.
const kinds = ["cat.text-alternatives", "cat.name-role-value", "cat.language", "cat.forms"];
return axe.run(document, { resultTypes: ["violations"], preload: false, runOnly: kinds }).then(({ violations }) =>
  violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id}: ${v.help}: ${n.target.join(" ")}: ${n.any.concat(n.all, n.none).map((c) => c.message).join("; ")}`)),
);
