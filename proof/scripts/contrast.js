// Only contrast: for the looks that differ in nothing but colours.
return axe.run(document, { runOnly: ["color-contrast"], resultTypes: ["violations"], preload: false }).then(({ violations }) =>
  violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id}: ${n.target.join(" ")}: ${n.any.map((c) => c.message).join("; ")}`)),
);
